package org.musicplatform.core.library.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.AlbumGrouping;
import org.musicplatform.core.library.track.TrackRows;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.FolderPictures;

/** The rows of files that lie beside audio files. */
public final class CompanionRows {

    private static final String COLUMNS =
            "SELECT c.id, c.kind, c.item_id, c.name, d.path, c.size, c.modified, c.modified_nano, c.etag, c.hash FROM ";
    private static final String OF_SOURCE = COLUMNS + "companion c CROSS JOIN folder d ON d.id = c.folder_id ";
    static final String IN_FOLDER = COLUMNS + "folder d CROSS JOIN companion c ON c.folder_id = d.id"
            + " WHERE d.source_id = ? AND d.path = ? AND c.kind IN ";
    private static final int MOST_IN_FOLDER = 1_000;

    private CompanionRows() {}

    /** A companion as it lies in the database. */
    public record Row(long id, String folder, Companion companion) {

        static Row of(ResultSet row, SourceAccount source) throws SQLException {
            String name = row.getString(4);
            String folder = row.getString(5);
            var file = new FileRef(source, row.getString(3), name, FileRow.version(row, 6));
            var kind = Companion.Kind.valueOf(row.getString(2));
            return new Row(
                    row.getLong(1), folder, new Companion(kind, file, folder.isEmpty() ? name : folder + "/" + name));
        }

        boolean isSheet() {
            return companion.kind() == Companion.Kind.SHEET;
        }
    }

    public static Row find(Sql sql, SourceAccount source, String item) throws SQLException {
        return sql.first(
                OF_SOURCE + "WHERE c.source_id = ? AND c.item_id = ?",
                row -> Row.of(row, source),
                source.id().value(),
                item);
    }

    /** Returns those of a source but for the rows that are known: of most there is nothing more to be read. */
    static List<Row> others(Sql sql, SourceAccount source, BitSet known) throws SQLException {
        var others = new ArrayList<Row>();
        Sql.Taker taker = row -> {
            if (!known.get((int) row.getLong(1))) {
                others.add(Row.of(row, source));
            }
        };
        sql.each(OF_SOURCE + "WHERE c.source_id = ?", taker, source.id().value());
        return others;
    }

    private static List<Row> in(Sql sql, SourceAccount source, String folder, String kinds) throws SQLException {
        return sql.list(
                IN_FOLDER + "(" + kinds + ") ORDER BY c.name, c.id LIMIT " + MOST_IN_FOLDER,
                row -> Row.of(row, source),
                source.id().value(),
                folder);
    }

    public static long insert(Writing writing, SourceAccount source, Companion.Kind kind, SourceItem item)
            throws SQLException {
        var version = item.version();
        return writing.sql()
                .insert(
                        "INSERT INTO companion (source_id, item_id, kind, name, folder_id, size, modified, modified_nano, etag, hash)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        source.id().value(),
                        item.id(),
                        kind.name(),
                        item.name(),
                        writing.folders()
                                .folder(source.id().value(), item.folder())
                                .id(),
                        version.size(),
                        FileRow.seconds(version),
                        FileRow.nanos(version),
                        version.etag(),
                        version.hash());
    }

    public static void delete(Sql sql, Row row) throws SQLException {
        sql.update("DELETE FROM companion WHERE id = ?", row.id());
    }

    public static List<FileRef> sheets(Sql sql, SourceAccount source, String folder) throws SQLException {
        return in(sql, source, folder, "'SHEET'").stream()
                .map(row -> row.companion().file())
                .toList();
    }

    /**
     * Returns what tells of an audio file, best first: what bears its name, then what is for the folder. Lyrics are for
     * a whole file only, not for one of the tracks that it is cut into.
     */
    public static List<Companion> of(Sql sql, SourceAccount source, String folder, String name, boolean whole)
            throws SQLException {
        var found = new ArrayList<Companion>();
        in(sql, source, folder, "'SHEET', 'LYRICS', 'IMAGE'").stream()
                .map(Row::companion)
                .filter(each -> each.kind() != Companion.Kind.LYRICS || whole && bears(each, name))
                .sorted(Comparator.comparing(CompanionRows::rank))
                .forEach(found::add);
        String albumFolder = AlbumGrouping.albumFolder(folder);
        if (!albumFolder.equals(folder)) {
            in(sql, source, albumFolder, "'IMAGE'").stream()
                    .map(Row::companion)
                    .sorted(Comparator.comparing(CompanionRows::rank))
                    .forEach(found::add);
        }
        return found;
    }

    /** The lyrics of {@code song.flac} are in {@code song.lrc} or {@code song.flac.lrc}. */
    private static boolean bears(Companion lyrics, String name) {
        String stem = TrackRows.titleOf(lyrics.file().name());
        return stem.equalsIgnoreCase(TrackRows.titleOf(name)) || stem.equalsIgnoreCase(name);
    }

    /** Stamped lyrics before plain ones, pictures by their names. */
    private static int rank(Companion companion) {
        String name = companion.file().name();
        return switch (companion.kind()) {
            case SHEET -> 0;
            case LYRICS -> name.toLowerCase(Locale.ROOT).endsWith(".lrc") ? 1 : 2;
            case IMAGE -> 3 + FolderPictures.rank(name);
        };
    }
}
