package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.library.browse.Rows;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.playlist.PlaylistRows;

/** Search over all kinds of things at once. */
public final class Search {

    /** When fewer things have the words, the inside of words counts too. */
    private static final int FEW = 3;

    private final Sql sql;
    private final Map<Kind, Names> names = new EnumMap<>(Kind.class);
    private final LyricsSearch lyrics;
    private final WaitingFiles files;

    private Search(Sql sql, Question question, SearchLimits limits) {
        this.sql = sql;
        for (Kind kind : Kind.values()) {
            names.put(kind, new Names(sql, question, kind, limit(kind, limits), Names.NANOS));
        }
        this.lyrics = new LyricsSearch(sql, question, limits.lyrics());
        this.files = new WaitingFiles(sql, question, limits.files());
    }

    private static int limit(Kind kind, SearchLimits limits) {
        return switch (kind) {
            case TRACK -> limits.tracks();
            case ALBUM -> limits.albums();
            case ARTIST -> limits.artists();
            case GENRE -> limits.genres();
            case FOLDER -> limits.folders();
            case PLAYLIST -> limits.playlists();
        };
    }

    /** Finds what has the words of a text. */
    public static SearchResults find(Sql sql, String text, SearchLimits limits) throws SQLException {
        var question = Question.of(text);
        if (question.isEmpty()) {
            return new SearchResults(List.of(), List.of(), List.of(), false);
        }
        var search = new Search(sql, question, limits);
        search.find(question);
        return search.results();
    }

    private void find(Question question) throws SQLException {
        var vocabulary = new Vocabulary(sql);
        for (Names each : names.values()) {
            each.find(vocabulary);
        }
        int found = names.values().stream().mapToInt(Names::count).sum();
        if (found < FEW && names.values().stream().noneMatch(Names::isExact)) {
            var loose = Expression.loose(question, vocabulary);
            if (loose != null) {
                for (Names each : names.values()) {
                    each.add(loose);
                }
            }
        }
        lyrics.find(vocabulary);
        files.find();
    }

    private SearchResults results() throws SQLException {
        boolean more =
                lyrics.isMore() || files.isMore() || names.values().stream().anyMatch(Names::isMore);
        return new SearchResults(
                Values.tracks(sql, ids(Kind.TRACK)),
                Values.inOrder(sql, Values.ALBUM, Rows::album, ids(Kind.ALBUM)),
                Values.inOrder(sql, Values.ARTIST, Rows::artist, ids(Kind.ARTIST)),
                PlaylistRows.all(sql, ids(Kind.PLAYLIST)),
                Values.inOrder(sql, Values.GENRE, Values::genre, ids(Kind.GENRE)),
                Values.inOrder(sql, Values.FOLDER, Values::folder, ids(Kind.FOLDER)),
                lyrics.matches(),
                files.files(),
                more);
    }

    private List<Long> ids(Kind kind) {
        return names.get(kind).ids();
    }
}
