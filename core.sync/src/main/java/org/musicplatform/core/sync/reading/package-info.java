/** Reading the tags of what waits: runs of files, what is tried again and when, and how much of a processor it may take. */
package org.musicplatform.core.sync.reading;
