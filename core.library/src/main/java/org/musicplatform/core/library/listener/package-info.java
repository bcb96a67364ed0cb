/** What persons said of tracks, and what they heard. */
package org.musicplatform.core.library.listener;
