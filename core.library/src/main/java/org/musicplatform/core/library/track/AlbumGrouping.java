package org.musicplatform.core.library.track;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.musicplatform.core.library.database.RowIds;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Recent;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/**
 * Which album a track belongs to, by weighted evidence; never by the artist of the track, or a compilation would fall
 * apart. The strongest piece of evidence is kept as the reason. Used by the writer thread.
 */
public final class AlbumGrouping {

    /** What the reason of an album begins with that a person made: no other comes in its place. */
    public static final String BY_PERSON = "A person made ";

    /** In place of the row of a folder, for a track whose files were all forgotten. */
    public static final long NO_FOLDER = 0;

    private static final int SAME_RELEASE = 100;
    private static final int STAYS = 50; // a track whose file moved does not change its album for that
    private static final int SAME_ARTIST = 40;
    private static final int SAME_FOLDER = 40;
    private static final int COMPILATIONS = 15;
    private static final int SAME_TITLE = 10;
    private static final int OTHER_YEAR = -20;
    private static final int PLACE_TAKEN = -30;
    private static final int ENOUGH = 25;
    private static final int REMEMBERED = 256;

    private static final Pattern DISC_FOLDER =
            Pattern.compile("(?:cd|disc|disk|dvd|volume|vol\\.?)[ _.-]*\\d{1,3}(?:\\b.*)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_DISC_WORD = 6;

    private final Writing writing;
    private final RowIds ids;
    private final NewAlbums made;

    /** Where tracks that told the same went: the next track of an album nearly always goes where the last one went. */
    private final Recent<Evidence, Placed> remembered = new Recent<>(REMEMBERED);

    public AlbumGrouping(Writing writing) {
        this.writing = writing;
        this.ids = new RowIds(writing.sql(), "album");
        this.made = new NewAlbums(writing);
    }

    /** The album of a track, its sort form, and why. */
    record Placed(long id, String sort, Bound bound) {}

    /** What a track tells of its album, beside its place on it. */
    private record Evidence(
            long folder, String title, String artist, String release, boolean compilation, Integer year) {

        /** Asked for each track: the one that is made of all components takes many times as long. */
        @Override
        public int hashCode() {
            return Long.hashCode(folder) * 31 + (title == null ? 0 : title.hashCode());
        }

        String artistKey() {
            return artist == null ? null : TextFolding.key(artist);
        }
    }

    private record Candidate(
            long id,
            String sort,
            String artistKey,
            String release,
            boolean compilation,
            Integer year,
            Long mergedInto) {

        private static final String COLUMNS =
                "id, sort, tag_artist_key, release_id, tag_compilation, year, merged_into";

        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5) != 0,
                    Sql.intOrNull(row, 6),
                    Sql.longOrNull(row, 7));
        }
    }

    private record Verdict(int score, Bound bound) {}

    /** Returns the folder by which discs of one album are together: that of {@code CD1} is its parent. */
    public static String albumFolder(String folder) {
        int slash = folder.lastIndexOf('/');
        return isDisc(folder.substring(slash + 1)) ? folder.substring(0, Math.max(slash, 0)) : folder;
    }

    private static boolean isDisc(String name) {
        char first = name.isEmpty() ? ' ' : Character.toLowerCase(name.charAt(0));
        // most names begin otherwise, and the pattern is slow
        return (first == 'c' || first == 'd' || first == 'v')
                && name.length() > LONGEST_DISC_WORD - 4
                && DISC_FOLDER.matcher(name).matches();
    }

    /**
     * Finds or makes the album of a track that has no row yet.
     *
     * @param folder the row of its album folder
     * @return null when it tells of none
     */
    Placed placeNew(Description told, long folder) throws SQLException {
        if (told.album == null) {
            return null;
        }
        var evidence = evidence(told, folder);
        var known = remembered.get(evidence);
        if (known != null) {
            return known.bound() == Bound.FIRST ? joinFirst(evidence, known) : known;
        }
        var placed = place(told, evidence, 0, 0);
        remembered.put(evidence, placed);
        return placed;
    }

    private static Evidence evidence(Description told, long folder) {
        return new Evidence(folder, told.album, told.albumArtist, told.release, told.compilation, told.year);
    }

    /** The second track tells why both are together. */
    private Placed joinFirst(Evidence evidence, Placed first) throws SQLException {
        var bound = evidence.release() != null ? Bound.SAME_RELEASE : Bound.SAME_FOLDER;
        if (!made.bind(first.id(), bound)) {
            writing.sql().update("UPDATE album SET reason = ? WHERE id = ?", bound.words(), first.id());
        }
        var placed = new Placed(first.id(), first.sort(), bound);
        remembered.put(evidence, placed);
        return placed;
    }

    /** Counts a new track on its album; false when what follows is to be made from rows. */
    boolean count(Placed album, Description told, Long duration) {
        return made.count(album.id(), told, duration);
    }

    private record Now(Long album, int bound) {}

    /** Finds or makes the album of a track that has a row; where a person put it, it stays. */
    Placed place(long track, Description told, long folder) throws SQLException {
        remembered.clear(); // the album that it leaves may be empty then
        var sql = writing.sql();
        var now = sql.first(
                "SELECT album_id, album_bound FROM track WHERE id = ?",
                row -> new Now(Sql.longOrNull(row, 1), row.getInt(2)),
                track);
        if (now != null && now.bound() == Bound.PERSON.code()) {
            return now.album() == null
                    ? null
                    : sql.first(
                            "SELECT id, sort FROM album WHERE id = ?",
                            row -> new Placed(row.getLong(1), row.getString(2), Bound.PERSON),
                            now.album());
        }
        if (told.album == null) {
            return null;
        }
        long current = now == null || now.album() == null ? 0 : now.album();
        return place(told, evidence(told, folder), track, current);
    }

    private Placed place(Description told, Evidence evidence, long track, long current) throws SQLException {
        String titleKey = TextFolding.key(evidence.title());
        Candidate best = null;
        var verdict = new Verdict(ENOUGH - 1, Bound.FIRST);
        for (Candidate candidate : candidates(titleKey, evidence)) {
            boolean stays = candidate.id() == current
                    || candidate.mergedInto() != null && current != 0 && whole(candidate) == current;
            var next = weigh(told, evidence, candidate, track, stays);
            if (next.score() > verdict.score()) {
                best = candidate;
                verdict = next;
            }
        }
        if (best == null) {
            return make(told, titleKey, evidence);
        }
        join(evidence, best, track, verdict.bound());
        if (evidence.folder() != NO_FOLDER) {
            noteFolder(best.id(), evidence.folder());
        }
        return best.mergedInto() == null
                ? new Placed(best.id(), best.sort(), verdict.bound())
                : partOf(best, evidence, verdict.bound());
    }

    /** Returns the album that a person made another one a part of, which may be a part itself by now. */
    private long whole(Candidate part) throws SQLException {
        return writing.sql()
                .number(
                        "WITH RECURSIVE above (id, next) AS (SELECT id, merged_into FROM album WHERE id = ?"
                                + " UNION SELECT a.id, a.merged_into FROM above x CROSS JOIN album a ON a.id = x.next)"
                                + " SELECT id FROM above WHERE next IS NULL",
                        part.id());
    }

    /** What would be on an album that a person made a part of another one is on that: the person's word goes before. */
    private Placed partOf(Candidate part, Evidence evidence, Bound bound) throws SQLException {
        long whole = whole(part);
        if (evidence.folder() != NO_FOLDER) {
            noteFolder(whole, evidence.folder());
        }
        return writing.sql()
                .first(
                        "SELECT id, sort FROM album WHERE id = ?",
                        row -> new Placed(row.getLong(1), row.getString(2), bound),
                        whole);
    }

    private void noteFolder(long album, long folder) throws SQLException {
        writing.sql().update("INSERT OR IGNORE INTO album_folder (album_id, folder_id) VALUES (?, ?)", album, folder);
    }

    private List<Candidate> candidates(String titleKey, Evidence evidence) throws SQLException {
        if (made.mayBe(titleKey, evidence.release())) {
            writing.settle();
        }
        var sql = writing.sql();
        var byTitle = sql.list(
                "SELECT " + Candidate.COLUMNS + " FROM album WHERE title_key = ? ORDER BY id", Candidate::of, titleKey);
        if (evidence.release() != null) {
            byTitle.addAll(sql.list(
                    "SELECT " + Candidate.COLUMNS + " FROM album WHERE release_id = ? AND title_key <> ? ORDER BY id",
                    Candidate::of,
                    evidence.release(),
                    titleKey));
        }
        return byTitle;
    }

    private Verdict weigh(Description told, Evidence evidence, Candidate candidate, long track, boolean current)
            throws SQLException {
        if (evidence.release() != null && candidate.release() != null) {
            return evidence.release().equals(candidate.release())
                    ? new Verdict(SAME_RELEASE, Bound.SAME_RELEASE)
                    : new Verdict(Integer.MIN_VALUE, Bound.NONE);
        }
        boolean bothArtists = evidence.artist() != null && candidate.artistKey() != null;
        if (bothArtists && !evidence.artistKey().equals(candidate.artistKey())) {
            return new Verdict(Integer.MIN_VALUE, Bound.NONE);
        }
        int score = SAME_TITLE + (current ? STAYS : 0);
        var bound = Bound.SAME_TITLE;
        if (evidence.compilation() && candidate.compilation()) {
            score += COMPILATIONS;
            bound = Bound.COMPILATION;
        }
        boolean sameFolder = writing.sql()
                        .number(
                                "SELECT EXISTS (SELECT 1 FROM album_folder WHERE album_id = ? AND folder_id = ?)",
                                candidate.id(),
                                evidence.folder())
                > 0;
        if (sameFolder) {
            score += SAME_FOLDER;
            bound = Bound.SAME_FOLDER;
        }
        if (bothArtists) {
            score += SAME_ARTIST;
            bound = Bound.SAME_ARTIST;
        }
        if (evidence.year() != null
                && candidate.year() != null
                && !evidence.year().equals(candidate.year())) {
            score += OTHER_YEAR;
        }
        if (!sameFolder && !current && score >= ENOUGH && placeTaken(told, candidate, track)) {
            score += PLACE_TAKEN;
        }
        return new Verdict(score, bound);
    }

    private boolean placeTaken(Description told, Candidate album, long track) throws SQLException {
        writing.settle();
        return told.number != null
                && writing.sql()
                                .number(
                                        "SELECT EXISTS (SELECT 1 FROM track WHERE album_sort = ? AND album_id = ?"
                                                + " AND visible = 1 AND album_place = ? AND id <> ?)",
                                        album.sort(),
                                        album.id(),
                                        told.albumPlace(),
                                        track)
                        > 0;
    }

    private Placed make(Description told, String titleKey, Evidence evidence) throws SQLException {
        long id = ids.next();
        String sort = TextFolding.sortKey(evidence.title());
        made.add(id, told, titleKey, sort, evidence.folder());
        return new Placed(id, sort, Bound.FIRST);
    }

    /** Makes an album with the title and the album artist of another one, and no tracks yet. Returns its id. */
    public long makeLike(long album) throws SQLException {
        long id = ids.next();
        writing.sql()
                .update(
                        "INSERT INTO album (id, title, title_key, sort, tag_artist, tag_artist_key, tag_compilation,"
                                + " compilation, reason, added) SELECT ?, title, title_key, sort, tag_artist,"
                                + " tag_artist_key, tag_compilation, compilation, reason, ? FROM album WHERE id = ?",
                        id,
                        writing.now(),
                        album);
        return id;
    }

    private void join(Evidence evidence, Candidate album, long track, Bound bound) throws SQLException {
        writing.settle();
        boolean others = writing.sql()
                        .number(
                                "SELECT EXISTS (SELECT 1 FROM track WHERE album_sort = ? AND album_id = ?"
                                        + " AND visible = 1 AND id <> ?)",
                                album.sort(),
                                album.id(),
                                track)
                > 0;
        writing.sql()
                .update(
                        "UPDATE album SET tag_artist = coalesce(tag_artist, ?),"
                                + " tag_artist_key = coalesce(tag_artist_key, ?), release_id = coalesce(release_id, ?),"
                                + " tag_compilation = max(tag_compilation, ?),"
                                + " reason = CASE WHEN ? AND reason NOT LIKE '" + BY_PERSON
                                + "%' THEN ? ELSE reason END"
                                + " WHERE id = ?",
                        evidence.artist(),
                        evidence.artistKey(),
                        evidence.release(),
                        evidence.compilation() ? 1 : 0,
                        others ? 1 : 0,
                        bound.words(),
                        album.id());
    }

    /** Writes albums that were made. */
    public void flush() throws SQLException {
        made.flush();
    }

    public void forget() {
        made.clear();
        remembered.clear();
        ids.forget();
    }
}
