package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.library.LyricsMatch;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.database.TimeLimit;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.track.LyricsText;
import org.musicplatform.core.support.TextFolding;

/**
 * Finds tracks by words in their lyrics: all in a row, then all anywhere, then the last one as a beginning, where few
 * words begin so: the index has no lists of beginnings, which would be larger than all of it.
 */
final class LyricsSearch {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long BEGINNING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int BEGINNING_FROM = 3;
    private static final int LINES = 1_000;

    private final Sql sql;
    private final Question question;
    private final int limit;
    private final Set<Long> ids = new LinkedHashSet<>();
    private boolean more;

    LyricsSearch(Sql sql, Question question, int limit) {
        this.sql = sql;
        this.question = question;
        this.limit = limit;
    }

    void find(Vocabulary vocabulary) throws SQLException {
        if (limit == 0) {
            return;
        }
        var anywhere = matching(Expression.words(question), NANOS);
        if (!anywhere.isEmpty() && question.hasSeveralWords()) {
            ids.addAll(matching(Expression.quoted(question.phrase()), NANOS));
        }
        ids.addAll(anywhere);
        String last = Question.lastWord(question.phrase());
        if (ids.size() <= limit && Question.length(last) >= BEGINNING_FROM) {
            ids.addAll(matching(Expression.of(question, false, vocabulary).text(), BEGINNING_NANOS));
        }
    }

    private List<Long> matching(String expression, long nanos) throws SQLException {
        var found = new ArrayList<Long>();
        var all = TimeLimit.within(
                nanos,
                sql,
                reader -> reader.list(
                        "SELECT x.id FROM lyrics_search CROSS JOIN track x ON x.id = lyrics_search.rowid"
                                + " WHERE lyrics_search MATCH ? AND x.visible = 1 LIMIT ?",
                        row -> found.add(row.getLong(1)),
                        expression,
                        limit + 1 + ids.size()));
        more |= all == null;
        return found;
    }

    boolean isMore() {
        return more || ids.size() > limit;
    }

    List<LyricsMatch> matches() throws SQLException {
        var found = new ArrayList<LyricsMatch>();
        for (Track track : Values.tracks(sql, ids.stream().limit(limit).toList())) {
            String body = LyricsRows.best(sql, track.id().value());
            found.add(new LyricsMatch(track, body == null ? "" : line(LyricsText.lines(body))));
        }
        return found;
    }

    /** Returns the first line with the most of the words. */
    private String line(List<Lyrics.Line> lines) {
        String best = "";
        int most = 0;
        for (Lyrics.Line line : lines.subList(0, Math.min(LINES, lines.size()))) {
            int words = question.termsIn(TextFolding.searchText(line.text()));
            if (words > most) {
                best = line.text();
                most = words;
            }
        }
        return best;
    }
}
