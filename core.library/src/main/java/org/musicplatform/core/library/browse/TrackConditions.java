package org.musicplatform.core.library.browse;

import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.YearRange;
import org.musicplatform.core.support.TextFolding;

/**
 * How each field of a track is asked for in SQL: conditions on a row of {@code track} with the alias {@code t}. The one
 * place that knows; filters and smart playlists are made of these.
 */
public final class TrackConditions {

    /** There is a file of it. */
    public static final Condition THERE = Condition.of("t.visible = 1");

    /** All files of it are missing. */
    public static final Condition MISSING = Condition.of("t.visible = 0");

    private TrackConditions() {}

    public static Condition onAlbum(long album) {
        return Condition.of("t.album_id = ?", album);
    }

    /** With an artist in any role. */
    public static Condition byArtist(long artist) {
        return Condition.of(
                "EXISTS (SELECT 1 FROM track_artist x INDEXED BY track_artist_artist"
                        + " WHERE x.artist_id = ? AND x.track_id = t.id)",
                artist);
    }

    /** With a genre, whatever the case of letters. */
    public static Condition ofGenre(String name) {
        return Condition.of(
                "EXISTS (SELECT 1 FROM track_genre x INDEXED BY track_genre_genre WHERE x.genre_id ="
                        + " (SELECT g.id FROM genre g WHERE g.name_key = ?) AND x.track_id = t.id)",
                TextFolding.key(name));
    }

    public static Condition released(YearRange years) {
        return Condition.within("t.year", years.from(), years.to());
    }

    /**
     * With one file that meets all conditions of {@link FileConditions}, there or not.
     *
     * @param conditions on the file
     */
    public static Condition withFile(List<Condition> conditions) {
        var all = Condition.all(conditions);
        return new Condition(
                "EXISTS (SELECT 1 FROM file f INDEXED BY file_track WHERE f.track_id = t.id AND " + all.text() + ")",
                all.values());
    }

    public static Condition favourite(long listener) {
        return Condition.of(
                "EXISTS (SELECT 1 FROM annotation n INDEXED BY annotation_favourite"
                        + " WHERE n.listener_id = ? AND n.track_id = t.id AND n.favourite = 1)",
                listener);
    }

    /** Played so often that it counts. */
    public static Condition played(long listener) {
        return said(listener, "n.last_played IS NOT NULL");
    }

    public static Condition ratedAtLeast(long listener, int stars) {
        return said(listener, "n.rating >= ?", stars);
    }

    /**
     * The listener said something of it, or did something with it.
     *
     * @param what a condition on the row of {@code annotation} with the alias {@code n}
     */
    public static Condition said(long listener, String what, Object... values) {
        var all = new ArrayList<Object>();
        all.add(listener);
        all.addAll(List.of(values));
        return new Condition(
                "EXISTS (SELECT 1 FROM annotation n WHERE n.listener_id = ? AND n.track_id = t.id AND " + what + ")",
                all);
    }
}
