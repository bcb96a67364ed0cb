package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.library.browse.Rows;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/**
 * Search. Every word is quoted, so that no text has a meaning to the index. Work is bounded: up to 2,000 matches are
 * ranked; of more, names that are or begin with the text come first, then any of the others.
 */
public final class Search {

    private static final int RANKED = 2_000;
    private static final int TERMS = 32;
    private static final int CHARACTERS = 500;
    private static final int FEW = 3;
    private static final int INNER = 3;

    private final Sql sql;
    private final String words;
    private final String inner;
    private final String name;
    private boolean more;

    private Search(Sql sql, String text) {
        this.sql = sql;
        var terms = TextFolding.query(text);
        var asked = terms.subList(0, Math.min(terms.size(), TERMS));
        this.words = words(asked);
        this.inner = inner(asked);
        this.name = TextFolding.sortKey(text);
    }

    /** A kind of thing that is searched. */
    private enum Kind {
        TRACK("track_search", "10.0, 5.0, 3.0", 0, "t", "t.visible = 1"),
        ALBUM("album_search", "10.0, 5.0", 1, "a", Rows.ALBUM_THERE),
        ARTIST("artist_search", "10.0", 2, "r", Rows.ARTIST_THERE);

        private final String index;
        private final String weights;
        private final int kind;
        private final String alias;
        private final String there;

        Kind(String index, String weights, int kind, String alias, String there) {
            this.index = index;
            this.weights = weights;
            this.kind = kind;
            this.alias = alias;
            this.there = there;
        }

        String select() {
            return switch (this) {
                case TRACK -> "SELECT " + Rows.TRACK + Rows.TRACK_FROM;
                case ALBUM -> "SELECT " + Rows.ALBUM + " FROM album a ";
                case ARTIST -> "SELECT " + Rows.ARTIST + " FROM artist r ";
            };
        }
    }

    private record Hit<T>(long id, T value) {}

    public static SearchResults find(Sql sql, String text, SearchLimits limits) throws SQLException {
        String bounded = text.codePointCount(0, text.length()) > CHARACTERS
                ? text.substring(0, text.offsetByCodePoints(0, CHARACTERS))
                : text;
        var search = new Search(sql, bounded);
        if (search.words.isEmpty()) {
            return new SearchResults(List.of(), List.of(), List.of(), false);
        }
        var tracks = search.find(Kind.TRACK, limits.tracks(), Rows::track);
        var albums = search.find(Kind.ALBUM, limits.albums(), Rows::album);
        var artists = search.find(Kind.ARTIST, limits.artists(), Rows::artist);
        return new SearchResults(tracks, albums, artists, search.more);
    }

    private <T> List<T> find(Kind kind, int limit, Sql.Mapper<T> mapper) throws SQLException {
        if (limit == 0) {
            return List.of();
        }
        Sql.Mapper<Hit<T>> hit = row -> new Hit<>(row.getLong("id"), mapper.map(row));
        long matches = sql.number(
                "SELECT count(*) FROM (SELECT rowid FROM " + kind.index + " WHERE " + kind.index + " MATCH ? LIMIT "
                        + (RANKED + 1) + ")",
                words);
        var hits = matches > RANKED ? many(kind, limit, hit) : ranked(kind, limit, hit);
        if (hits.size() > limit) {
            more = true;
        }
        return hits.stream().limit(limit).map(Hit::value).toList();
    }

    private <T> List<Hit<T>> ranked(Kind kind, int limit, Sql.Mapper<Hit<T>> hit) throws SQLException {
        String a = kind.alias;
        return sql.list(
                kind.select() + "JOIN (SELECT rowid AS found, bm25(" + kind.index + ", " + kind.weights
                        + ") AS score FROM " + kind.index + " WHERE " + kind.index + " MATCH ? LIMIT " + RANKED
                        + ") m ON m.found = " + a + ".id WHERE " + kind.there + " ORDER BY " + a
                        + ".sort <> ?, m.score, " + a + ".id LIMIT ?",
                hit,
                words,
                name,
                limit + 1);
    }

    private <T> List<Hit<T>> many(Kind kind, int limit, Sql.Mapper<Hit<T>> hit) throws SQLException {
        more = true;
        String a = kind.alias;
        var hits = sql.list(
                kind.select() + "WHERE " + kind.there + " AND " + a + ".sort >= ? AND " + a + ".sort < ? ORDER BY " + a
                        + ".sort, " + a + ".id LIMIT ?",
                hit,
                name,
                name + Character.toString(Character.MAX_CODE_POINT),
                limit);
        if (hits.size() < limit) {
            addNew(
                    hits,
                    sql.list(
                            kind.select() + "WHERE " + a + ".id IN (SELECT rowid FROM " + kind.index + " WHERE "
                                    + kind.index + " MATCH ? LIMIT " + RANKED + ") AND " + kind.there + " LIMIT ?",
                            hit,
                            words,
                            limit + 1));
        }
        return hits;
    }

    private static <T> void addNew(List<Hit<T>> hits, List<Hit<T>> others) {
        for (Hit<T> other : others) {
            if (hits.stream().noneMatch(known -> known.id() == other.id())) {
                hits.add(other);
            }
        }
    }

    /** All terms, each by any of its alternatives, each a phrase whose last word may be a beginning. */
    private static String words(List<List<String>> terms) {
        var all = new ArrayList<String>();
        for (List<String> alternatives : terms) {
            all.add("("
                    + String.join(
                            " OR ",
                            alternatives.stream()
                                    .map(phrase -> quoted(phrase) + " *")
                                    .toList()) + ")");
        }
        return String.join(" AND ", all);
    }

    /** All terms inside names; empty when one is too short for that. */
    private static String inner(List<List<String>> terms) {
        var all = new ArrayList<String>();
        for (List<String> alternatives : terms) {
            var enough = alternatives.stream()
                    .filter(phrase -> phrase.codePointCount(0, phrase.length()) >= INNER)
                    .map(Search::quoted)
                    .toList();
            if (enough.isEmpty()) {
                return "";
            }
            all.add("(" + String.join(" OR ", enough) + ")");
        }
        return String.join(" AND ", all);
    }

    private static String quoted(String phrase) {
        return '"' + phrase.replace("\"", "\"\"") + '"';
    }
}
