package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.musicplatform.core.api.library.DuplicatePolicy;
import org.musicplatform.core.api.library.ingest.LibraryWriter.Hasher;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.library.curation.Suspects.Member;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.library.writer.Writing;

/**
 * Finds files of different tracks that hold the same bytes: by the hashes that sources tell, else by reading those that
 * are alike. Asks and reads on the calling thread; each transaction notes a few.
 */
public final class Comparison {

    private static final String READ_KIND = "sha256"; // where no source tells another one
    private static final int BATCH = 100;

    private final WriterThread writer;
    private final ReaderPool readers;
    private final Hasher hasher;
    private final List<Known> known = new ArrayList<>();
    private int found;

    public Comparison(WriterThread writer, ReaderPool readers, Hasher hasher) {
        this.writer = writer;
        this.readers = readers;
        this.hasher = hasher;
    }

    /** The hash of a version of a file. */
    private record Known(FileRow file, String hash) {}

    /** Does so; returns how many contents were found that files of different tracks hold. */
    public int run() throws InterruptedException {
        var suspects = readers.await(Suspects::find);
        if (suspects == null) {
            return 0;
        }
        boolean all = true;
        for (String group : suspects.groups()) {
            all = all && hasher.goesOn() && compare(readers.await(sql -> Suspects.members(sql, group)));
            if (known.size() >= BATCH) {
                note();
            }
        }
        note();
        if (all) {
            writer.run(writing ->
                    writing.sql().update("UPDATE meta SET value = ? WHERE name = 'compared'", suspects.revision()));
        }
        if (readers.await(Duplicates::policy) == DuplicatePolicy.KEEP_NEWEST) {
            Duplicates.mergeAll(writer);
        }
        return found;
    }

    /** Compares files that are alike; returns whether there was time for all of them. */
    private boolean compare(List<Member> members) throws InterruptedException {
        String kind = members.stream()
                .map(member -> member.file().version().hash())
                .filter(hash -> hash != null)
                .map(Comparison::kind)
                .findFirst()
                .orElse(READ_KIND);
        var comparable = members.stream()
                .filter(member -> knownOf(member, kind) != null || hasher.mayRead(member.source()))
                .toList();
        Set<Long> tracks = new HashSet<>();
        comparable.forEach(member -> tracks.add(member.file().track()));
        for (Member member : tracks.size() > 1 ? comparable : List.<Member>of()) {
            String hash = knownOf(member, kind);
            if (hash == null && !hasher.goesOn()) {
                return false;
            }
            if (hash == null) {
                hash = hasher.hash(reference(member), kind);
            }
            if (hash != null) {
                known.add(new Known(member.file(), hash));
            }
        }
        return true;
    }

    private static FileRef reference(Member member) {
        var file = member.file();
        return new FileRef(member.source(), file.itemId(), file.name(), file.version());
    }

    private static String kind(String hash) {
        return hash.substring(0, Math.max(0, hash.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static String knownOf(Member member, String kind) {
        String told = member.file().version().hash();
        if (told != null && kind(told).equals(kind)) {
            return told;
        }
        return member.hash() != null && kind(member.hash()).equals(kind) ? member.hash() : null;
    }

    private void note() {
        if (known.isEmpty()) {
            return;
        }
        var hashes = List.copyOf(known);
        known.clear();
        found += writer.run(writing -> note(writing, hashes));
    }

    private static int note(Writing writing, List<Known> hashes) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        Map<List<Object>, Boolean> contents = new HashMap<>(); // by hash and size: whether a file is new to it
        for (Known one : hashes) {
            boolean isNew = note(sql, one);
            contents.merge(List.of(one.hash(), one.file().version().size()), isNew, Boolean::logicalOr);
        }
        int found = 0;
        for (var content : contents.entrySet()) {
            String hash = (String) content.getKey().get(0);
            long size = (Long) content.getKey().get(1);
            found += content.getValue() ? Duplicates.found(writing, hash, size) : 0;
        }
        return found;
    }

    /** Notes what a file holds, of the version that was read; tells whether that is news. */
    private static boolean note(Sql sql, Known one) throws SQLException {
        var file = one.file();
        var version = file.version();
        String before = sql.first("SELECT hash FROM content WHERE file_id = ?", row -> row.getString(1), file.id());
        sql.update(
                "INSERT OR REPLACE INTO content (file_id, size, modified, modified_nano, hash)"
                        + " SELECT id, ?, ?, ?, ? FROM file WHERE id = ?",
                version.size(),
                FileRow.seconds(version),
                FileRow.nanos(version),
                one.hash(),
                file.id());
        return !one.hash().equals(before);
    }
}
