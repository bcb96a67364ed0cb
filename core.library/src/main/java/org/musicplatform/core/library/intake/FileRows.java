package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.library.database.Bulk;
import org.musicplatform.core.library.database.RowIds;
import org.musicplatform.core.library.intake.FolderRows.Folder;
import org.musicplatform.core.library.intake.FolderRows.Place;
import org.musicplatform.core.library.track.FileBound;
import org.musicplatform.core.library.writer.Writing;

/** The rows of files, and of what was read from them. Used by the writer thread. */
public final class FileRows {

    private static final String READ = "track_id, state, format_id, duration_ms, duration_estimated, bitrate,"
            + " sample_rate, channels, bits, reason, bound";

    /**
     * Holds as many bytes in the row of a new file as what is read of it will take: rows that grow later would divide
     * nearly every page.
     */
    private static final byte[] ROOM = new byte[20];

    private final Writing writing;
    private final RowIds ids;
    private final FormatRows formats;
    private final Bulk listed;
    private final Bulk read;
    private final Bulk tags;

    public FileRows(Writing writing) {
        var sql = writing.sql();
        this.writing = writing;
        this.ids = new RowIds(sql, "file");
        this.formats = new FormatRows(sql);
        this.listed = Bulk.insert(
                sql,
                "file",
                "id, source_id, folder_id, place_id, state, priority, size, modified, modified_nano, leaf, name, etag,"
                        + " hash, room");
        this.read = Bulk.update(sql, "file", READ, "code = NULL, attempts = 0, due = NULL, room = NULL");
        this.tags = Bulk.insert(sql, "file_tags", "file_id, tags");
    }

    /** Makes the row of a file that is new; its tags wait to be read. Returns its id. */
    long make(long source, Folder folder, Place place, SourceItem item, int priority) throws SQLException {
        long id = ids.next();
        String leaf = place.leaf(item.id());
        var version = item.version();
        listed.add(
                id,
                source,
                folder.id(),
                place.id(),
                FileStates.code(FileState.QUEUED),
                priority,
                version.size(),
                FileRow.seconds(version),
                FileRow.nanos(version),
                leaf,
                FileRow.nameBeside(leaf, item),
                version.etag(),
                version.hash(),
                ROOM);
        writing.folders().count(folder, 1);
        return id;
    }

    /** Makes the row of a clip that is cut from a file; the row of the file has its version. Returns its id. */
    long makeClip(FileRow lead, long start, Long end) throws SQLException {
        writing.settle();
        long id = ids.next();
        writing.sql()
                .update(
                        "INSERT INTO file (id, source_id, folder_id, place_id, state, priority, size, modified,"
                                + " modified_nano, leaf, name, etag, hash, clip_start, clip_end)"
                                + " SELECT ?, source_id, folder_id, place_id, state, priority, size, modified,"
                                + " modified_nano, leaf, name, etag, hash, ?, ? FROM file WHERE id = ?",
                        id,
                        start,
                        end,
                        lead.id());
        writing.folders().count(writing.folders().folder(lead.source(), lead.folder()), 1);
        return id;
    }

    /**
     * Stores what was read from a file.
     *
     * @param first whether nothing was read from it before
     * @param tagsText the tags as they are stored
     * @param bound why it is a file of the track
     */
    void read(long file, long track, TagReading reading, String tagsText, boolean first, FileBound bound)
            throws SQLException {
        var properties = reading.properties();
        boolean whole = reading.warnings().isEmpty();
        read.add(
                file,
                track,
                FileStates.code(whole ? FileState.READY : FileState.PARTIAL),
                formats.id(properties, reading.reader()),
                properties.duration() == null ? null : properties.duration().toMillis(),
                properties.durationEstimated() ? 1 : null,
                properties.bitrate(),
                properties.sampleRate(),
                properties.channels(),
                properties.bitsPerSample(),
                whole ? null : String.join(" ", reading.warnings()),
                bound.code());
        if (first) {
            tags.add(file, tagsText);
        } else {
            writing.sql().update("INSERT OR REPLACE INTO file_tags (file_id, tags) VALUES (?, ?)", file, tagsText);
        }
    }

    /** Stores that a file could not be read. */
    void failed(long file, String code, String reason) throws SQLException {
        writing.sql()
                .update(
                        "UPDATE file SET state = ?, code = ?, reason = ?, due = NULL WHERE id = ?",
                        FileStates.code(FileState.FAILED),
                        code,
                        reason,
                        file);
    }

    /** Has a file wait in the queue, with the version that it has now. */
    void queue(FileRow file, ItemVersion version, int priority) throws SQLException {
        writing.settle();
        writing.sql()
                .update(
                        "UPDATE file SET state = 0, priority = ?, attempts = 0, due = NULL, size = ?, modified = ?,"
                                + " modified_nano = ?, etag = ?, hash = ? WHERE id = ?",
                        priority,
                        version.size(),
                        FileRow.seconds(version),
                        FileRow.nanos(version),
                        version.etag(),
                        version.hash(),
                        file.id());
    }

    /** Another name for the same content: a drive that is mounted anew may give new etags. */
    void writeVersion(FileRow file, ItemVersion version) throws SQLException {
        writing.settle();
        writing.sql()
                .update(
                        "UPDATE file SET modified = ?, modified_nano = ?, etag = ?, hash = ? WHERE id = ?",
                        FileRow.seconds(version),
                        FileRow.nanos(version),
                        version.etag(),
                        version.hash(),
                        file.id());
    }

    /** Shows a file under the name and in the folder that it has now. */
    void rename(FileRow file, SourceItem item) throws SQLException {
        if (file.name().equals(item.name()) && file.folder().equals(item.folder())) {
            return;
        }
        writing.settle();
        var folders = writing.folders();
        var to = folders.folder(file.source(), item.folder());
        String leaf = file.itemId().substring(FileRow.prefixOf(file.itemId()).length());
        writing.sql()
                .update(
                        "UPDATE file SET name = ?, folder_id = ?, bound = ? WHERE id = ?",
                        FileRow.nameBeside(leaf, item),
                        to.id(),
                        file.bound().whenMoved().code(),
                        file.id());
        if (file.state() != FileState.MISSING && to.id() != file.folderId()) {
            folders.count(folders.folder(file.source(), file.folder()), -1);
            folders.count(to, 1);
        }
    }

    /** Shows a file that was missing again. */
    void comeBack(FileRow file, SourceItem item, FileState state) throws SQLException {
        writing.sql()
                .update(
                        "UPDATE file SET state = ?, prior_state = NULL, missing_since = NULL WHERE id = ?",
                        FileStates.code(state),
                        file.id());
        writing.folders().count(writing.folders().folder(file.source(), item.folder()), 1);
        if (file.track() != null) {
            writing.tracks().refreshVisible(file.track());
            Readings.describeShared(writing, file.track());
        }
    }

    /** Marks a file as missing; one that was never read is forgotten. */
    void lose(FileRow file) throws SQLException {
        writing.settle();
        if (file.track() == null) {
            delete(file);
            return;
        }
        writing.sql()
                .update(
                        "UPDATE file SET prior_state = state, state = 4, missing_since = ? WHERE id = ?",
                        writing.now(),
                        file.id());
        writing.folders().count(writing.folders().folder(file.source(), file.folder()), -1);
        writing.tracks().refreshVisible(file.track());
        Readings.describeShared(writing, file.track());
    }

    /** Forgets a file that is missing; its track may be without one then. */
    public void forget(FileRow file) throws SQLException {
        delete(file);
        writing.sql().update("DELETE FROM held WHERE source_id = ? AND file_id = ?", file.source(), file.id());
    }

    void delete(FileRow file) throws SQLException {
        writing.settle();
        writing.sql().update("DELETE FROM file WHERE id = ?", file.id());
        if (file.state() != FileState.MISSING) {
            writing.folders().count(writing.folders().folder(file.source(), file.folder()), -1);
        }
    }

    /** Gives a file to another track; the one it had goes when it has no other. */
    void rebind(FileRow file, long track, FileBound why) throws SQLException {
        writing.settle();
        writing.sql().update("UPDATE file SET track_id = ?, bound = ? WHERE id = ?", track, why.code(), file.id());
        if (file.track() != null && file.track() != track) {
            writing.tracks().replaceIfOrphan(file.track(), track);
        }
        writing.tracks().refreshVisible(track);
    }

    public void flush() throws SQLException {
        listed.flush();
        read.flush();
        tags.flush();
    }

    public void forget() {
        listed.clear();
        read.clear();
        tags.clear();
        ids.forget();
        formats.forget();
    }
}
