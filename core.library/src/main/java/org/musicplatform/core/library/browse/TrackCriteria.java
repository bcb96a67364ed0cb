package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/**
 * What a filter asks of tracks, with how many there are of each: by counters of the library, or counted up to a bound.
 */
final class TrackCriteria {

    /** How many tracks are looked at to guess how many have a format. */
    private static final int SAMPLES = 256;

    private static final int FILES_OF_FOLDER = 12;

    /** How many times as many as would be enough are counted: the more there are, the shorter is a walk. */
    private static final int COUNTED = 4;

    private final Sql sql;
    private final TrackFilter filter;
    private final long listener;
    private final long total;
    private final long enough;
    private final List<Criterion> criteria = new ArrayList<>();

    private TrackCriteria(Sql sql, TrackFilter filter, long listener, int limit) throws SQLException {
        this.sql = sql;
        this.filter = filter;
        this.listener = listener;
        this.total = sql.number("SELECT sum(files) FROM folder WHERE parent_id IS NULL");
        // of so many, a walk finds enough sooner than they are gathered
        this.enough = (long) Math.sqrt((double) limit * total) + 1;
    }

    /**
     * Returns what a list holds.
     *
     * @param limit how many will be asked for
     */
    static Listing listing(Sql sql, TrackFilter filter, long listener, int limit) throws SQLException {
        var made = new TrackCriteria(sql, filter, listener, limit);
        made.ofTags();
        made.ofFiles();
        made.ofListener();
        if (!filter.missing()) {
            return new Listing(Kind.TRACK, TrackConditions.THERE, true, made.criteria, made.total);
        }
        var missing = TrackConditions.MISSING;
        var all = made.counted(Kind.TRACK.by("track_hidden"), missing, "t.id", true);
        made.criteria.add(new Criterion(List.of(Probe.row(missing)), all, all.rows()));
        return new Listing(Kind.TRACK, missing, false, made.criteria, made.total);
    }

    private void add(Probe probe, Gathering gathering) {
        add(List.of(probe, gathering.list(Kind.TRACK)), gathering, gathering.rows());
    }

    /** Counters are of tracks that are there, and so are indexes: among those that are missing each one is asked. */
    private void add(List<Probe> probes, Gathering gathering, long matches) {
        criteria.add(
                filter.missing()
                        ? new Criterion(probes.subList(0, 1), null, matches)
                        : new Criterion(probes, gathering, matches));
    }

    /** Counts what is found, as far as it matters; remembered, for the pages that may follow. */
    private long count(String tables, Condition where) throws SQLException {
        var key = new Counted(tables, where, enough);
        var known = sql.remembered(key, Long.class);
        if (known != null) {
            return known;
        }
        long most = COUNTED * enough;
        var values = new ArrayList<Object>(where.values());
        values.add(most);
        long rows = sql.number(
                "SELECT count(*) FROM (SELECT 1 FROM " + tables + " WHERE " + where.text() + " LIMIT ?)",
                values.toArray());
        long count = rows < most ? rows : Math.max(most, total / 8);
        sql.remember(key, count);
        return count;
    }

    private record Counted(String tables, Condition where, long enough) {}

    private Gathering counted(String tables, Condition where, String id, boolean inOrder) throws SQLException {
        return Gathering.far(tables, where, id, inOrder, count(tables, where));
    }

    private void ofTags() throws SQLException {
        if (filter.album() != null) {
            long id = filter.album().value();
            Long tracks = sql.first("SELECT tracks FROM album WHERE id = ?", row -> row.getLong(1), id);
            if (tracks == null) {
                throw Errors.notFound("album " + filter.album());
            }
            var where = TrackConditions.THERE
                    .and(Condition.of("t.album_sort = (SELECT al.sort FROM album al WHERE al.id = ?)", id))
                    .and(TrackConditions.onAlbum(id));
            add(
                    List.of(Probe.row(TrackConditions.onAlbum(id))),
                    Gathering.near(Kind.TRACK.by("track_album"), where, "t.id", false, tracks),
                    tracks);
        }
        if (filter.artist() != null) {
            long id = filter.artist().value();
            if (sql.first("SELECT 1 FROM artist WHERE id = ?", row -> 1, id) == null) {
                throw Errors.notFound("artist " + filter.artist());
            }
            var where = Condition.of("m.artist_id = ?", id);
            String tables = "track_artist m INDEXED BY track_artist_artist";
            var gathering = Gathering.near(tables, where, "m.track_id", true, count(tables, where));
            add(Probe.index(TrackConditions.byArtist(id)), gathering);
        }
        if (filter.genre() != null) {
            ofGenre(TextFolding.key(filter.genre()));
        }
        if (filter.years() != null) {
            var where = TrackConditions.released(filter.years());
            add(
                    Probe.row(where),
                    counted(Kind.TRACK.by("track_year"), TrackConditions.THERE.and(where), "t.id", false));
        }
    }

    private record Genre(long id, long tracks) {}

    private void ofGenre(String key) throws SQLException {
        var genre = sql.first(
                "SELECT id, tracks FROM genre WHERE name_key = ?",
                row -> new Genre(row.getLong(1), row.getLong(2)),
                key);
        if (genre == null) {
            criteria.add(Criterion.NONE);
            return;
        }
        add(
                Probe.index(TrackConditions.ofGenre(filter.genre())),
                Gathering.near(
                        "track_genre m INDEXED BY track_genre_genre",
                        Condition.of("m.genre_id = ?", genre.id()),
                        "m.track_id",
                        true,
                        genre.tracks()));
    }

    private void ofFiles() throws SQLException {
        var asked = filter.file();
        if (asked.equals(TrackFilter.OfFile.ANY)) {
            return;
        }
        var at = folder();
        double share = asked.format() == null ? 1 : share(asked.format());
        if (share == 0) {
            criteria.add(Criterion.NONE);
            return;
        }
        var where = conditions(new FileConditions("m"), at);
        where.add(Condition.of("m.track_id IS NOT NULL"));
        var probe = conditions(new FileConditions("f"), at);
        if (at != null && !at.path().isEmpty()) {
            where.add(0, FileConditions.folder("d", at.source(), at.path()));
            var gathering = Gathering.near(
                    "folder d CROSS JOIN file m INDEXED BY file_folder ON m.folder_id = d.id",
                    Condition.all(where),
                    "m.track_id",
                    false,
                    at.files());
            add(ofFolder(at, probe), gathering, (long) (share * at.files()));
            return;
        }
        long rows = at == null ? total : at.files();
        String index = at == null ? "file_track" : "file_source";
        var gathering = Gathering.near("file m INDEXED BY " + index, Condition.all(where), "m.track_id", true, rows);
        add(List.of(Probe.farIndex(TrackConditions.withFile(probe))), gathering, (long) (share * rows));
    }

    /** Each folder may be looked at, or all that are meant be on a list. */
    private static List<Probe> ofFolder(At at, List<Condition> conditions) {
        var file = new FileConditions("f");
        var looked = new ArrayList<>(conditions);
        looked.add(file.below(at.source(), at.path()));
        var listed = new ArrayList<>(conditions);
        listed.add(file.belowListed(at.source(), at.path()));
        var list = Probe.list(TrackConditions.withFile(listed), 1 + at.files() / FILES_OF_FOLDER);
        return List.of(
                new Probe(TrackConditions.withFile(looked), true, 0, Probe.FAR_LOOK + Probe.LOOK),
                new Probe(list.condition(), true, list.once(), list.each() + Probe.FAR_LOOK));
    }

    private List<Condition> conditions(FileConditions on, At at) {
        var all = new ArrayList<Condition>();
        if (!filter.missing()) {
            all.add(on.there());
        }
        if (at != null && at.path().isEmpty()) {
            all.add(on.inSource(at.source()));
        }
        var source = filter.file().source();
        if (source != null && filter.file().folder() != null) {
            all.add(on.inSource(source.value()));
        }
        if (filter.file().format() != null) {
            all.add(on.coded(filter.file().format()));
        }
        return all;
    }

    /** Guesses which share of tracks has a format: nobody counts that. */
    private double share(String codec) throws SQLException {
        if (sql.number("SELECT count(*) FROM format WHERE codec = ? COLLATE NOCASE", codec) == 0) {
            return 0;
        }
        long last = sql.number("SELECT max(id) FROM track");
        var ids = new ArrayList<Long>();
        for (int i = 0; i < SAMPLES; i++) {
            ids.add(1 + last * i / SAMPLES);
        }
        var coded = new FileConditions("f").coded(codec);
        var values = new ArrayList<Object>(List.of(ids.toString()));
        values.addAll(coded.values());
        long found = sql.number(
                "SELECT count(*) FROM json_each(?) j CROSS JOIN file f INDEXED BY file_track ON f.track_id = j.value"
                        + " WHERE " + coded.text(),
                values.toArray());
        return Math.min(1, Math.max(0.5, found) / SAMPLES);
    }

    private record At(long source, String path, long files) {}

    /** Returns the folder that is asked for, or the root of the source. */
    private At folder() throws SQLException {
        Sql.Mapper<At> mapper = row -> new At(row.getLong(1), row.getString(2), row.getLong(3));
        var id = filter.file().folder();
        var source = filter.file().source();
        if (id != null) {
            var at = sql.first("SELECT source_id, path, files FROM folder WHERE id = ?", mapper, id.value());
            if (at == null) {
                throw Errors.notFound("folder " + id);
            }
            return at;
        }
        if (source == null) {
            return null;
        }
        if (sql.first("SELECT 1 FROM source WHERE id = ?", row -> 1, source.value()) == null) {
            throw Errors.notFound("source " + source);
        }
        var root = sql.first(
                "SELECT source_id, path, files FROM folder WHERE source_id = ? AND path = ''", mapper, source.value());
        return root == null ? new At(source.value(), "", 0) : root;
    }

    private void ofListener() throws SQLException {
        var said = filter.said();
        if (said.minRating() != null) {
            add(
                    Probe.index(TrackConditions.ratedAtLeast(listener, said.minRating())),
                    annotated(
                            "annotation_rating",
                            Condition.of("m.rating >= ? AND m.rating > 0", said.minRating()),
                            false));
        }
        ofListener(
                said.played(),
                TrackConditions.played(listener),
                "annotation_played",
                Condition.of("m.last_played IS NOT NULL"));
        ofListener(
                said.favourite(),
                TrackConditions.favourite(listener),
                "annotation_favourite",
                Condition.of("m.favourite = 1"));
    }

    private void ofListener(Boolean asked, Condition condition, String index, Condition where) throws SQLException {
        if (asked == null) {
            return;
        }
        if (asked) {
            add(Probe.index(condition), annotated(index, where, index.equals("annotation_favourite")));
        } else {
            add(List.of(Probe.index(condition.not())), null, total);
        }
    }

    private Gathering annotated(String index, Condition where, boolean inOrder) throws SQLException {
        var ofListener = Condition.of("m.listener_id = ?", listener).and(where);
        return counted("annotation m INDEXED BY " + index, ofListener, "m.track_id", inOrder);
    }
}
