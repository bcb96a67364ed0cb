/** What a person corrects by hand, and takes back; and why things are as they are. */
package org.musicplatform.core.library.curation;
