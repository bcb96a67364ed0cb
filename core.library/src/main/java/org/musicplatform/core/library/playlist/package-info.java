/** Playlists in files: M3U, PLS and XSPF. */
package org.musicplatform.core.library.playlist;
