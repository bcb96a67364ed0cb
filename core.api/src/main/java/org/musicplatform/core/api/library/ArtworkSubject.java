package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;
import org.musicplatform.core.api.Ids;

/**
 * What a picture is of, printed as the id of that.
 *
 * @param type of what sort, not null
 * @param id its number, at least 1
 */
public record ArtworkSubject(Type type, long id) implements Serializable {

    /** What pictures can be of. */
    public enum Type {
        /** A track alone. */
        TRACK(TrackId.PREFIX),
        /** An album, and its tracks that have none of their own. */
        ALBUM(AlbumId.PREFIX),
        /** An artist. */
        ARTIST(ArtistId.PREFIX),
        /** A playlist. */
        PLAYLIST(PlaylistId.PREFIX);

        private final String prefix;

        Type(String prefix) {
            this.prefix = prefix;
        }
    }

    public ArtworkSubject {
        Objects.requireNonNull(type, "type");
        Ids.requirePositive(id);
    }

    /**
     * Names a track.
     *
     * @param track which, not null
     * @return the subject
     */
    public static ArtworkSubject of(TrackId track) {
        return new ArtworkSubject(Type.TRACK, track.value());
    }

    /**
     * Names an album.
     *
     * @param album which, not null
     * @return the subject
     */
    public static ArtworkSubject of(AlbumId album) {
        return new ArtworkSubject(Type.ALBUM, album.value());
    }

    /**
     * Names an artist.
     *
     * @param artist which, not null
     * @return the subject
     */
    public static ArtworkSubject of(ArtistId artist) {
        return new ArtworkSubject(Type.ARTIST, artist.value());
    }

    /**
     * Names a playlist.
     *
     * @param playlist which, not null
     * @return the subject
     */
    public static ArtworkSubject of(PlaylistId playlist) {
        return new ArtworkSubject(Type.PLAYLIST, playlist.value());
    }

    /**
     * Reads the printed id of a track, an album, an artist or a playlist.
     *
     * @param text e.g. {@code al7}, not null
     * @return the subject
     * @throws IllegalArgumentException when the text is no such id
     */
    public static ArtworkSubject parse(String text) {
        for (Type type : Type.values()) {
            if (Ids.isId(type.prefix, text)) {
                return new ArtworkSubject(type, Ids.parse(type.prefix, text));
            }
        }
        throw new IllegalArgumentException("not an id of the form t42, al7, ar3 or pl5: " + text);
    }

    @Override
    public String toString() {
        return type.prefix + id;
    }
}
