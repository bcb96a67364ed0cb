package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.ingest.Intake.Finished;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.curation.DecisionRows;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.FileBound;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.userdata.Binding;
import org.musicplatform.core.library.writer.Writing;

/** The end of a listing: what was not met moved, or is missing. Used by the writer thread. */
final class Ending {

    private static final int MANY = 100;

    private final SourceAccount source;
    private final IntakeKind kind;
    private final Seen seen;
    private final LongConsumer known;
    private final List<ListedFolder> listed = new ArrayList<>();
    private String identity; // of the place that was looked at, or null

    /**
     * A folder that was listed by itself.
     *
     * @param prefix what the ids of all below it begin with
     * @param below whether all below it was listed
     * @param folders the prefixes of the folders in it
     */
    private record ListedFolder(String prefix, boolean below, Set<String> folders) {

        /** Tells whether an item below it that was not met is gone. */
        boolean lacks(String item) {
            int slash = item.indexOf('/', prefix.length());
            return below || slash < 0 || !folders.contains(item.substring(0, slash + 1));
        }
    }

    /** @param known told the row of each file that need not be read any more: it may be read at this moment */
    Ending(SourceAccount source, IntakeKind kind, Seen seen, LongConsumer known) {
        this.source = source;
        this.kind = kind;
        this.seen = seen;
        this.known = known;
    }

    void folderListed(String folderId, boolean below, List<String> folders) {
        listed.add(new ListedFolder(
                prefix(folderId), below, folders.stream().map(Ending::prefix).collect(Collectors.toSet())));
    }

    /** Returns what the ids of all below a folder begin with. */
    static String prefix(String folderId) {
        return folderId.isEmpty() || folderId.endsWith("/") ? folderId : folderId + "/";
    }

    void place(String told) {
        identity = told;
    }

    /**
     * Gives files that wait to be read what is known of vanished ones with the same content: they need not be read.
     * Returns the rows of those, which {@link Seen} learns when this is committed: it may have to run again.
     */
    BitSet findUnread(Writing writing, Listing.End end) throws SQLException {
        return findAgain(writing, vanished(writing, end), true);
    }

    /**
     * Ends the look; changes nothing but the database, since it may have to run again.
     *
     * @param firstRead the rows of files that were read for the first time
     */
    Finished finish(Writing writing, Listing.End end, boolean acceptMissing, int movedBefore, BitSet firstRead)
            throws SQLException {
        writing.settle();
        var sql = writing.sql();
        long id = source.id().value();
        long present = present(writing);
        var gone = vanished(writing, end);
        long neverKnown = neverKnown(gone);
        var found = findAgain(writing, gone, false);
        int moved = found.cardinality();
        int missing = gone.size();
        long missed = missing - neverKnown(gone);
        var added = (BitSet) seen.added().clone();
        added.andNot(found);
        long before = present - neverKnown - added.cardinality() - moved; // what this look could find again
        boolean tooMany = missed > 0 && (missed >= before || missed > MANY && missed > before / 10);
        boolean otherPlace = missing > 0 && isOtherPlace(sql, id);
        if ((tooMany || otherPlace) && !acceptMissing) {
            HeldRows.hold(sql, id, gone);
            sql.update(
                    "UPDATE source SET state = ?, reason = ?, last_sync = ?, held_identity = ? WHERE id = ?",
                    SourceState.HELD.name(),
                    missing + " of " + before + " files would be missing. Check that " + source.name()
                            + (otherPlace ? " is the same place as before" : " is complete")
                            + ", then index it again, or accept that they are gone.",
                    writing.now(),
                    identity,
                    id);
            return new Finished(0, movedBefore + moved, true, missing);
        }
        for (TrackMatcher.Known file : gone) {
            writing.files().lose(file.file());
            TrackMatcher.joinTwin(writing, file);
        }
        Doubles.join(writing, firstRead);
        if (kind != IntakeKind.FOLDERS) {
            LastLook.ended(sql, id);
        }
        Binding.bindWaiting(writing);
        if (kind == IntakeKind.FOLDERS) { // what it says of some folders is no answer to whether the rest is gone
            sql.update(
                    "UPDATE source SET state = ?, reason = '', identity = coalesce(?, identity) WHERE id = ? AND state <> ?",
                    SourceState.READY.name(),
                    identity,
                    id,
                    SourceState.HELD.name());
        } else {
            HeldRows.forget(sql, id);
            sql.update(
                    "UPDATE source SET state = ?, reason = '', identity = coalesce(?, identity), last_sync = ?,"
                            + " cursor = coalesce(?, cursor) WHERE id = ?",
                    SourceState.READY.name(),
                    identity,
                    writing.now(),
                    end.cursor(),
                    id);
        }
        return new Finished(missing, movedBefore + moved, false, missing);
    }

    /** Counts those that only a look knew which was cut off. */
    private long neverKnown(List<TrackMatcher.Known> gone) {
        return gone.stream().filter(file -> seen.isNew(file.file().id())).count();
    }

    private boolean isOtherPlace(Sql sql, long id) throws SQLException {
        String known = sql.first("SELECT identity FROM source WHERE id = ?", row -> row.getString(1), id);
        return known != null && identity != null && !known.equals(identity);
    }

    /** Counts the files of the source that are there, as its root folder does. */
    private long present(Writing writing) throws SQLException {
        writing.counters().flush();
        return writing.sql()
                .number(
                        "SELECT files FROM folder WHERE source_id = ? AND path = ''",
                        source.id().value());
    }

    private List<TrackMatcher.Known> vanished(Writing writing, Listing.End end) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        boolean all = kind == IntakeKind.FULL;
        if (all ? present(writing) == seen.count() : seen.removed().isEmpty() && listed.isEmpty()) {
            return new ArrayList<>(); // as nearly always: nothing is gone
        }
        var gone = all
                ? unmet(sql, skipped(end))
                : seen.removed().isEmpty() ? new ArrayList<TrackMatcher.Known>() : removed(sql);
        for (ListedFolder folder : listed) {
            addUnmet(sql, folder, skipped(end), gone);
        }
        return gone;
    }

    private List<TrackMatcher.Known> unmet(Sql sql, Set<String> skipped) throws SQLException {
        var ids = sql.list(
                "SELECT id FROM file WHERE source_id = ? AND state <> 4",
                row -> seen.hasMet(row.getLong(1)) ? null : Long.valueOf(row.getLong(1)),
                source.id().value());
        var gone = new ArrayList<TrackMatcher.Known>();
        for (Long id : ids) {
            var known = id == null || skipped.contains("") ? null : known(sql, id);
            if (known != null && !covers(skipped, known.file().itemId())) {
                gone.add(known);
            }
        }
        return gone;
    }

    private void addUnmet(Sql sql, ListedFolder folder, Set<String> skipped, List<TrackMatcher.Known> gone)
            throws SQLException {
        var known = gone.stream().map(file -> file.file().id()).collect(Collectors.toSet());
        // U+10FFFF comes after all that may follow the prefix
        var files = sql.list(
                TrackMatcher.Known.QUERY + "WHERE p.source_id = ? AND p.prefix >= ? AND p.prefix < ? AND f.state <> 4",
                TrackMatcher.Known::of,
                source.id().value(),
                folder.prefix(),
                folder.prefix() + Character.toString(Character.MAX_CODE_POINT));
        for (TrackMatcher.Known file : files) {
            String item = file.file().itemId();
            boolean covered = skipped.contains("") || covers(skipped, item);
            if (folder.lacks(item)
                    && !covered
                    && !seen.hasMet(file.file().id())
                    && known.add(file.file().id())) {
                gone.add(file);
            }
        }
    }

    private List<TrackMatcher.Known> removed(Sql sql) throws SQLException {
        var gone = sql.list(
                TrackMatcher.Known.QUERY + "WHERE f.source_id = ? AND f.state <> 4",
                row -> isRemoved(row.getString(3) + row.getString(4)) ? TrackMatcher.Known.of(row) : null,
                source.id().value());
        gone.removeIf(Objects::isNull);
        return gone;
    }

    private static TrackMatcher.Known known(Sql sql, long file) throws SQLException {
        return sql.first(TrackMatcher.Known.QUERY + "WHERE f.id = ?", TrackMatcher.Known::of, file);
    }

    static Set<String> skipped(Listing.End end) {
        return end.skipped().stream().map(Listing.Skipped::itemId).collect(Collectors.toSet());
    }

    /** Tells whether an item that was not met is gone. */
    boolean isGone(String item, Set<String> skipped) {
        if (kind != IntakeKind.FULL) {
            boolean unlisted =
                    listed.stream().noneMatch(folder -> item.startsWith(folder.prefix()) && folder.lacks(item));
            return isRemoved(item) || !unlisted && !skipped.contains("") && !covers(skipped, item);
        }
        return !skipped.contains("") && !covers(skipped, item);
    }

    private boolean isRemoved(String item) {
        return covers(seen.removed(), item);
    }

    /** Tells whether a set names an item, or with a slash at its end a folder above it. */
    private static boolean covers(Set<String> ids, String item) {
        if (ids.isEmpty()) {
            return false;
        }
        if (ids.contains(item)) {
            return true;
        }
        for (int slash = item.indexOf('/'); slash >= 0; slash = item.indexOf('/', slash + 1)) {
            if (ids.contains(item.substring(0, slash + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Binds new files to the tracks of vanished ones, and takes these out of the list. */
    private BitSet findAgain(Writing writing, List<TrackMatcher.Known> gone, boolean unread) throws SQLException {
        var again = new BitSet();
        if (gone.isEmpty() || seen.added().isEmpty()) {
            return again;
        }
        var sql = writing.sql();
        var fresh = new ArrayList<TrackMatcher.Known>();
        for (int id = seen.added().nextSetBit(0); id >= 0; id = seen.added().nextSetBit(id + 1)) {
            var file = known(sql, id);
            boolean ours = file != null && file.file().source() == source.id().value();
            if (ours && (!unread || file.file().state() == FileState.QUEUED)) {
                fresh.add(file);
            }
        }
        var matcher = new TrackMatcher(fresh);
        var places = new HashMap<Long, Long>();
        for (var all = gone.iterator(); all.hasNext(); ) {
            var vanished = all.next();
            var found = vanished.file().track() == null ? null : find(sql, matcher, vanished, unread);
            if (found != null) {
                move(writing, vanished, found.file(), found.why());
                all.remove();
                long id = found.file().file().id();
                again.set((int) id);
                places.put(vanished.file().id(), id);
            }
        }
        DecisionRows.followFiles(writing, places);
        return again;
    }

    private static TrackMatcher.Found find(Sql sql, TrackMatcher matcher, TrackMatcher.Known vanished, boolean unread)
            throws SQLException {
        if (unread) {
            return matcher.takeSame(vanished);
        }
        var found = matcher.take(vanished);
        if (found != null) {
            return found;
        }
        // its track may be called after another file
        var own = vanished.byItself(sql);
        return own == null ? null : matcher.take(own);
    }

    private void move(Writing writing, TrackMatcher.Known from, TrackMatcher.Known to, FileBound why)
            throws SQLException {
        var sql = writing.sql();
        long track = from.file().track();
        boolean read = to.file().track() != null;
        if (!read) { // what was read of it under its old name stays true
            known.accept(to.file().id());
            sql.update(
                    "UPDATE file SET (state, format_id, duration_ms, duration_estimated, bitrate, sample_rate, channels,"
                            + " bits, code, reason) = (SELECT state, format_id, duration_ms, duration_estimated,"
                            + " bitrate, sample_rate, channels, bits, code, reason FROM file WHERE id = ?)"
                            + " WHERE id = ?",
                    from.file().id(),
                    to.file().id());
            sql.update(
                    "UPDATE file_tags SET file_id = ? WHERE file_id = ?",
                    to.file().id(),
                    from.file().id());
        }
        writing.files().delete(from.file());
        writing.files().rebind(to.file(), track, from.file().bound().or(why));
        if (read && to.file().state() != FileState.FAILED) {
            Readings.describeAgain(writing, track);
        } else {
            writing.changes().updated(track);
        }
    }
}
