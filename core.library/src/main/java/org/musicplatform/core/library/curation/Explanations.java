package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.Explanation;
import org.musicplatform.core.api.library.Explanation.About;
import org.musicplatform.core.api.library.Explanation.Reason;
import org.musicplatform.core.api.library.FieldValue;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.browse.Details;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileOrder;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.track.Bound;

/** Why things are as they are, from what was noted when they became so. */
public final class Explanations {

    private Explanations() {}

    public static Explanation of(Sql sql, TrackId id) throws SQLException {
        var details = Details.track(sql, id);
        var reasons = new ArrayList<Reason>();
        reasons.addAll(sql.list(
                "SELECT " + FileRow.COLUMNS + ", f.missing_since" + FileRow.FROM + "WHERE f.track_id = ? ORDER BY "
                        + FileOrder.BEST_FIRST,
                row -> {
                    var file = FileRow.of(row);
                    Long missing = Sql.longOrNull(row, "missing_since");
                    String since = missing == null ? "" : " Missing since " + Instant.ofEpochMilli(missing) + ".";
                    return new Reason(About.FILE, file.path(), file.bound().words() + since);
                },
                id.value()));
        var album = details.track().album();
        if (album != null) {
            int bound = (int) sql.number("SELECT album_bound FROM track WHERE id = ?", id.value());
            reasons.add(new Reason(
                    About.ALBUM, album.id().toString(), Bound.of(bound).explained() + " (" + album.title() + ")"));
        }
        for (FieldValue field : details.fields()) {
            reasons.add(new Reason(About.FIELD, field.field().name(), words(field)));
        }
        addDecisions(sql, id, reasons);
        return new Explanation(id.toString(), details.track().title(), reasons);
    }

    private static String words(FieldValue field) {
        String values = String.join("; ", field.values());
        return switch (field.origin()) {
            case FILE_NAME -> "\"" + values + "\" is the name of " + field.detail() + ".";
            case TAG -> "\"" + values + "\" is in the tags of " + field.detail() + ".";
            case SERVICE -> "\"" + values + "\" was told by " + field.detail() + ".";
            case USER -> "\"" + values + "\" was entered by a person on " + field.detail() + ".";
        };
    }

    private record Known(String artist, String release, boolean compilation) {}

    public static Explanation of(Sql sql, AlbumId id) throws SQLException {
        var album = Details.album(sql, id);
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason(About.ALBUM, id.toString(), album.reason()));
        var known = sql.first(
                "SELECT tag_artist, release_id, tag_compilation FROM album WHERE id = ?",
                row -> new Known(row.getString(1), row.getString(2), row.getInt(3) != 0),
                id.value());
        if (known.release() != null) {
            reasons.add(new Reason(About.EVIDENCE, known.release(), "The tags tell this MusicBrainz release."));
        }
        if (known.artist() != null) {
            reasons.add(new Reason(About.EVIDENCE, known.artist(), "The tags tell this album artist."));
        }
        if (known.compilation()) {
            reasons.add(new Reason(About.EVIDENCE, album.title(), "The tags say that it is a compilation."));
        } else if (album.compilation()) {
            reasons.add(new Reason(
                    About.EVIDENCE, album.title(), "No album artist, and its tracks are of several artists."));
        }
        reasons.addAll(sql.list(
                "SELECT s.location, d.path FROM album_folder x JOIN folder d ON d.id = x.folder_id"
                        + " JOIN source s ON s.id = d.source_id WHERE x.album_id = ? ORDER BY 1, 2",
                row -> new Reason(
                        About.EVIDENCE,
                        row.getString(1) + (row.getString(2).isEmpty() ? "" : "/" + row.getString(2)),
                        "Its tracks lie in this folder or in folders of its discs."),
                id.value()));
        reasons.addAll(sql.list(
                "SELECT album_bound, count(*) FROM track WHERE album_id = ? GROUP BY 1 ORDER BY 2 DESC",
                row -> new Reason(
                        About.EVIDENCE,
                        row.getInt(2) == 1 ? "1 track" : row.getInt(2) + " tracks",
                        Bound.of(row.getInt(1)).explained()),
                id.value()));
        addDecisions(sql, id, reasons);
        return new Explanation(id.toString(), album.title(), reasons);
    }

    private static void addDecisions(Sql sql, Object id, List<Reason> reasons) throws SQLException {
        for (Decision decision : DecisionRows.about(sql, id)) {
            String undone = decision.undone() == null ? "" : " Taken back on " + decision.undone() + ".";
            reasons.add(new Reason(
                    About.DECISION, decision.id().toString(), decision.words() + " " + decision.made() + "." + undone));
        }
    }
}
