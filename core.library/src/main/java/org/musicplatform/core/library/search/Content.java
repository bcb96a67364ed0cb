package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.Description;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.track.LyricsText;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.track.TagsText;

/** What each search index is to know, made from the rows anew. */
enum Content {
    TRACKS("tracks", "track_search", "SELECT id FROM track", "title", "artist", "album") {
        @Override
        List<List<String>> texts(Sql sql, long id) throws SQLException {
            boolean read = sql.number(
                            "SELECT EXISTS (SELECT 1 FROM file f CROSS JOIN file_tags g ON g.file_id = f.id"
                                    + " WHERE f.track_id = ?)",
                            id)
                    > 0;
            if (!read) {
                return List.of(); // the tags that it was described by are gone, or there were none
            }
            return trackTexts(sql, id).stream()
                    .map(text -> List.of(
                            SearchIndex.bounded(text.title()),
                            SearchIndex.bounded(text.artist()),
                            SearchIndex.bounded(text.album())))
                    .toList();
        }

        @Override
        void put(Sql sql, SearchIndex index, long id) throws SQLException {
            index.track(id, trackTexts(sql, id).get(0));
        }
    },
    ALBUMS("albums", "album_search", "SELECT id FROM album", "title", "artist") {
        @Override
        List<List<String>> texts(Sql sql, long id) throws SQLException {
            var row = row(sql, id);
            return List.of(List.of(SearchIndex.folded(row[0]), SearchIndex.folded(row[1])));
        }

        @Override
        void put(Sql sql, SearchIndex index, long id) throws SQLException {
            var row = row(sql, id);
            index.album(id, row[0], row[1]);
        }

        private String[] row(Sql sql, long id) throws SQLException {
            return sql.first(
                    "SELECT title, artist FROM album WHERE id = ?",
                    row -> new String[] {row.getString(1), row.getString(2)},
                    id);
        }
    },
    ARTISTS("artists", "artist_search", "SELECT id FROM artist", "name"),
    GENRES("genres", "genre_search", "SELECT id FROM genre", "name"),
    FOLDERS("folders", "folder_search", "SELECT id FROM folder WHERE parent_id IS NOT NULL", "name"),
    PLAYLISTS("playlists", "playlist_search", "SELECT id FROM playlist", "name"),
    LYRICS("lyrics", "lyrics_search", "SELECT DISTINCT track_id AS id FROM lyrics WHERE found = 1", "body") {
        @Override
        List<List<String>> texts(Sql sql, long id) throws SQLException {
            return List.of(List.of(SearchIndex.foldedLyrics(words(sql, id))));
        }

        @Override
        void put(Sql sql, SearchIndex index, long id) throws SQLException {
            index.lyrics(id, words(sql, id));
        }

        private String words(Sql sql, long id) throws SQLException {
            return LyricsText.words(LyricsText.lines(LyricsRows.best(sql, id)));
        }
    };

    private static final int FILES = 8;

    private final String what;
    private final String index;
    private final String rows;
    private final List<String> columns;

    /**
     * @param what for people
     * @param index the table
     * @param rows selects the ids of all that it is to know
     * @param columns what it has of each
     */
    Content(String what, String index, String rows, String... columns) {
        this.what = what;
        this.index = index;
        this.rows = rows;
        this.columns = List.of(columns);
    }

    String what() {
        return what;
    }

    String index() {
        return index;
    }

    String rows() {
        return rows;
    }

    List<String> columns() {
        return columns;
    }

    /** Returns what the index may have of a row, folded, one text for each column; the best of several first. */
    List<List<String>> texts(Sql sql, long id) throws SQLException {
        return List.of(List.of(SearchIndex.folded(name(sql, id))));
    }

    /** Tells the index of a row. */
    void put(Sql sql, SearchIndex index, long id) throws SQLException {
        index.name(this.index, id, name(sql, id));
    }

    private String name(Sql sql, long id) throws SQLException {
        String table = index.substring(0, index.length() - "_search".length());
        return sql.first("SELECT name FROM " + table + " WHERE id = ?", row -> row.getString(1), id);
    }

    private record Shown(String title, String artist) {}

    /**
     * A track is described by one of its files, or by its name alone. Which one it was the row does not tell; most have
     * one file.
     */
    private static List<TrackText> trackTexts(Sql sql, long id) throws SQLException {
        var shown = sql.first(
                "SELECT title, artist FROM track WHERE id = ?",
                row -> new Shown(row.getString(1), row.getString(2)),
                id);
        var tags = new ArrayList<>(sql.list(
                "SELECT g.tags FROM file f CROSS JOIN file_tags g ON g.file_id = f.id WHERE f.track_id = ?"
                        + " ORDER BY f.state = 4, f.id LIMIT " + FILES,
                row -> TagsText.read(row.getString(1)),
                id));
        tags.add(Tags.NONE);
        var fitting = new ArrayList<TrackText>();
        Description told = null;
        for (Tags each : tags) {
            told = Description.of(Overrides.apply(sql, id, each), shown.title());
            if (told.title().equals(shown.title()) && Objects.equals(told.artist(), shown.artist())) {
                fitting.add(told.search());
            }
        }
        if (fitting.isEmpty()) {
            fitting.add(new TrackText(
                    SearchIndex.folded(shown.title()),
                    SearchIndex.folded(shown.artist()),
                    told.search().album()));
        }
        return fitting;
    }
}
