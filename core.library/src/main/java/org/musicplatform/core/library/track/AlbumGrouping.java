package org.musicplatform.core.library.track;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.search.SearchIndex;
import org.musicplatform.core.support.TextFolding;

/**
 * Which album a track belongs to, by weighted evidence; never by the artist of the track, or a compilation would fall
 * apart. The strongest piece of evidence is kept as a sentence.
 */
public final class AlbumGrouping {

    public static final String VARIOUS = "Various Artists";

    private static final int SAME_RELEASE = 100;
    private static final int STAYS = 50; // a track whose file moved does not change its album for that
    private static final int SAME_ARTIST = 40;
    private static final int SAME_FOLDER = 40;
    private static final int COMPILATIONS = 15;
    private static final int SAME_TITLE = 10;
    private static final int OTHER_YEAR = -20;
    private static final int PLACE_TAKEN = -30;
    private static final int ENOUGH = 25;

    private static final Pattern DISC_FOLDER =
            Pattern.compile("(?:cd|disc|disk|dvd|volume|vol\\.?)[ _.-]*\\d{1,3}(?:\\b.*)?", Pattern.CASE_INSENSITIVE);

    private final Sql sql;
    private final ArtistRows artists;
    private final SearchIndex index;

    public AlbumGrouping(Sql sql, ArtistRows artists, SearchIndex index) {
        this.sql = sql;
        this.artists = artists;
        this.index = index;
    }

    /** What a track tells of its album. */
    public record Evidence(
            long track,
            long source,
            String folder,
            String title,
            String artist,
            String release,
            boolean compilation,
            Integer year,
            Integer disc,
            Integer number) {

        String titleKey() {
            return TextFolding.key(title);
        }

        String artistKey() {
            return artist == null ? null : TextFolding.key(artist);
        }
    }

    private record Candidate(
            long id, String titleKey, String artistKey, String release, boolean compilation, Integer year) {

        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(
                    row.getLong("id"),
                    row.getString("title_key"),
                    row.getString("tag_artist_key"),
                    row.getString("release_id"),
                    row.getInt("tag_compilation") != 0,
                    Sql.intOrNull(row, "year"));
        }
    }

    private record Verdict(int score, String reason) {}

    /** Returns the folder by which discs of one album are together: that of {@code CD1} is its parent. */
    public static String albumFolder(String folder) {
        int slash = folder.lastIndexOf('/');
        String last = folder.substring(slash + 1);
        return DISC_FOLDER.matcher(last).matches() ? folder.substring(0, Math.max(slash, 0)) : folder;
    }

    /** Finds or makes the album. */
    public long place(Evidence evidence) throws SQLException {
        Candidate best = null;
        Verdict verdict = new Verdict(ENOUGH - 1, "");
        long current = sql.number("SELECT coalesce(album_id, 0) FROM track WHERE id = ?", evidence.track());
        for (Candidate candidate : candidates(evidence)) {
            Verdict next = weigh(evidence, candidate, candidate.id() == current);
            if (next.score() > verdict.score()) {
                best = candidate;
                verdict = next;
            }
        }
        long album = best == null ? make(evidence) : best.id();
        if (best != null) {
            join(evidence, best, verdict.reason());
        }
        sql.update(
                "INSERT OR IGNORE INTO album_folder (album_id, source_id, folder) VALUES (?, ?, ?)",
                album,
                evidence.source(),
                evidence.folder());
        return album;
    }

    private List<Candidate> candidates(Evidence evidence) throws SQLException {
        var byTitle = sql.list(
                "SELECT id, title_key, tag_artist_key, release_id, tag_compilation, year FROM album"
                        + " WHERE title_key = ? ORDER BY id",
                Candidate::of,
                evidence.titleKey());
        if (evidence.release() == null) {
            return byTitle;
        }
        byTitle.addAll(sql.list(
                "SELECT id, title_key, tag_artist_key, release_id, tag_compilation, year FROM album"
                        + " WHERE release_id = ? AND title_key <> ? ORDER BY id",
                Candidate::of,
                evidence.release(),
                evidence.titleKey()));
        return byTitle;
    }

    private Verdict weigh(Evidence evidence, Candidate candidate, boolean current) throws SQLException {
        if (evidence.release() != null && candidate.release() != null) {
            return evidence.release().equals(candidate.release())
                    ? new Verdict(SAME_RELEASE, "The same MusicBrainz release.")
                    : new Verdict(Integer.MIN_VALUE, "");
        }
        boolean bothArtists = evidence.artist() != null && candidate.artistKey() != null;
        if (bothArtists && !evidence.artistKey().equals(candidate.artistKey())) {
            return new Verdict(Integer.MIN_VALUE, "");
        }
        int score = SAME_TITLE + (current ? STAYS : 0);
        String reason = "The same album title.";
        if (evidence.compilation() && candidate.compilation()) {
            score += COMPILATIONS;
            reason = "The same album title, marked as a compilation.";
        }
        boolean sameFolder = sql.number(
                        "SELECT count(*) FROM album_folder WHERE album_id = ? AND source_id = ? AND folder = ?",
                        candidate.id(),
                        evidence.source(),
                        evidence.folder())
                > 0;
        if (sameFolder) {
            score += SAME_FOLDER;
            reason = "The same album title in the same folder.";
        }
        if (bothArtists) {
            score += SAME_ARTIST;
            reason = "The same album title and album artist.";
        }
        if (evidence.year() != null
                && candidate.year() != null
                && !evidence.year().equals(candidate.year())) {
            score += OTHER_YEAR;
        }
        if (!sameFolder && !current && score >= ENOUGH && placeTaken(evidence, candidate.id())) {
            score += PLACE_TAKEN;
        }
        return new Verdict(score, reason);
    }

    private boolean placeTaken(Evidence evidence, long album) throws SQLException {
        return evidence.number() != null
                && sql.number(
                                "SELECT count(*) FROM track WHERE album_id = ? AND id <> ? AND visible = 1"
                                        + " AND track_no = ? AND coalesce(disc_no, 1) = ?",
                                album,
                                evidence.track(),
                                evidence.number(),
                                Objects.requireNonNullElse(evidence.disc(), 1))
                        > 0;
    }

    private long make(Evidence evidence) throws SQLException {
        return sql.insert(
                "INSERT INTO album (title, title_key, sort, tag_artist, tag_artist_key, release_id, year,"
                        + " tag_compilation, compilation, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                evidence.title(),
                evidence.titleKey(),
                TextFolding.sortKey(evidence.title()),
                evidence.artist(),
                evidence.artistKey(),
                evidence.release(),
                evidence.year(),
                evidence.compilation() ? 1 : 0,
                "The only track with this album so far.");
    }

    private void join(Evidence evidence, Candidate album, String reason) throws SQLException {
        boolean alone = sql.number(
                        "SELECT count(*) FROM track WHERE album_id = ? AND id <> ? AND visible = 1",
                        album.id(),
                        evidence.track())
                == 0;
        sql.update(
                "UPDATE album SET tag_artist = coalesce(tag_artist, ?), tag_artist_key = coalesce(tag_artist_key, ?),"
                        + " release_id = coalesce(release_id, ?), tag_compilation = max(tag_compilation, ?),"
                        + " reason = CASE WHEN ? THEN reason ELSE ? END WHERE id = ?",
                evidence.artist(),
                evidence.artistKey(),
                evidence.release(),
                evidence.compilation() ? 1 : 0,
                alone ? 1 : 0,
                reason,
                album.id());
    }

    /** Makes anew what an album has from its tracks. */
    public void refresh(long album) throws SQLException {
        String tagArtist = sql.first("SELECT tag_artist FROM album WHERE id = ?", row -> row.getString(1), album);
        var main = sql.list(
                "SELECT DISTINCT a.id, a.name FROM track t JOIN track_artist x ON x.track_id = t.id"
                        + " AND x.role = 'artist' AND x.position = 0 JOIN artist a ON a.id = x.artist_id"
                        + " WHERE t.album_id = ? AND t.visible = 1 LIMIT 2",
                row -> row.getString("name"),
                album);
        String artist = tagArtist;
        if (artist == null && !main.isEmpty()) {
            artist = main.size() > 1 ? VARIOUS : main.get(0);
        }
        sql.update(
                "UPDATE album SET artist = ?, artist_id = ?, compilation = max(tag_compilation, ?), year ="
                        + " (SELECT min(year) FROM track WHERE album_id = album.id AND visible = 1) WHERE id = ?",
                artist,
                artist == null ? null : artists.id(artist),
                tagArtist == null && main.size() > 1 ? 1 : 0,
                album);
        String title = sql.first("SELECT title FROM album WHERE id = ?", row -> row.getString(1), album);
        if (title != null) {
            index.album(album, title, artist);
        }
    }
}
