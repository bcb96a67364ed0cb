package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.database.TimeLimit;

/**
 * Things of one kind that are found. Names that are or begin with the text come first, from the index of names; where
 * these are enough, nothing else is asked. What matches otherwise is ranked up to a number, and given up when it takes
 * too long.
 */
final class Names {

    /** How long it may take to rank what matches. */
    static final long NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private static final long LAST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int VALUES_BEFORE_SIGNS = 6;

    private final Sql sql;
    private final Question question;
    private final Kind kind;
    private final int limit;
    private final long nanos;
    private final Set<Long> ids = new LinkedHashSet<>();
    private boolean exact;
    private boolean more;

    /**
     * @param limit how many at most
     * @param nanos how long it may take to rank what matches
     */
    Names(Sql sql, Question question, Kind kind, int limit, long nanos) {
        this.sql = sql;
        this.question = question;
        this.kind = kind;
        this.limit = limit;
        this.nanos = nanos;
    }

    /** Finds names with all words. */
    void find(Vocabulary vocabulary) throws SQLException {
        if (limit == 0) {
            return;
        }
        if (kind.isSorted()) {
            findNames();
        }
        if (ids.size() <= limit) {
            add(Expression.of(question, kind.byVocabulary(), vocabulary));
        }
    }

    private void findNames() throws SQLException {
        Sql.Mapper<Boolean> add = row -> {
            exact |= row.getBoolean(2);
            return ids.add(row.getLong(1));
        };
        if (question.article().isEmpty()) {
            sql.list(kind.names(), add, question.name(), question.behind(), limit + 1);
        } else {
            sql.list(kind.namesWithArticle(), add, question.name(), question.behind(), limit + 1, question.article());
        }
    }

    /** Adds what matches, the best first, behind what is known. */
    void add(Expression expression) throws SQLException {
        if (limit == 0) {
            return;
        }
        int asked = limit + 1 + ids.size();
        var filters = kind.byVocabulary() ? expression.filters() : List.<String>of();
        var values = new ArrayList<Object>(List.of(expression.text(), asked, question.name(), question.behind()));
        values.addAll(filters);
        var signs = kind.hasOthers() ? question.signs() : List.<String>of();
        while (!signs.isEmpty() && values.size() < VALUES_BEFORE_SIGNS) {
            values.add("");
        }
        values.addAll(signs);
        var ranked = TimeLimit.within(
                nanos, sql, reader -> reader.list(kind.ranked(signs.size()), row -> row.getLong(1), values.toArray()));
        if (ranked != null) {
            ids.addAll(ranked);
            more |= filters.stream().anyMatch(filter -> !filter.isEmpty())
                    && sql.number(kind.many(), expression.text()) > 0;
        } else {
            more = true;
            var fewer = new ArrayList<Object>(List.of(expression.text(), asked));
            fewer.addAll(filters);
            TimeLimit.within(
                    LAST_NANOS,
                    sql,
                    reader -> reader.list(kind.any(), row -> ids.add(row.getLong(1)), fewer.toArray()));
        }
    }

    /** Tells whether one has the very name. */
    boolean isExact() {
        return exact;
    }

    int count() {
        return ids.size();
    }

    /** Tells whether there are more than {@link #ids}. */
    boolean isMore() {
        return more || ids.size() > limit;
    }

    List<Long> ids() {
        var all = new ArrayList<>(ids);
        return all.subList(0, Math.min(limit, all.size()));
    }
}
