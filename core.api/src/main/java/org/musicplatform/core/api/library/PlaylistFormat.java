package org.musicplatform.core.api.library;

/** A form in which playlists lie in files. */
public enum PlaylistFormat {
    /** Extended M3U in UTF-8, as {@code .m3u8}. */
    M3U8,
    /** PLS version 2. */
    PLS,
    /** XML Shareable Playlist Format, version 1. */
    XSPF
}
