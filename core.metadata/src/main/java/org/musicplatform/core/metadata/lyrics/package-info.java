/** Texts of tracks: plain, and with stamps. */
package org.musicplatform.core.metadata.lyrics;
