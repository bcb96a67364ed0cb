package org.musicplatform.core.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.StateStore;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last jobs, kept across runs when there is a state store. Thread-safe. */
final class JobHistory {

    static final String KEY = "sync.jobs";
    static final int KEPT = 100;

    private static final Logger LOG = LoggerFactory.getLogger(JobHistory.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final Supplier<StateStore> store;
    private final TreeMap<Long, SyncStatus> jobs = new TreeMap<>(); // guarded by this
    private boolean loaded; // guarded by this
    private long lastId; // guarded by this

    JobHistory(Supplier<StateStore> store) {
        this.store = store;
    }

    synchronized SyncJobId nextId() {
        load();
        return new SyncJobId(++lastId);
    }

    synchronized void note(SyncStatus status) {
        load();
        jobs.put(status.job().value(), status);
        while (jobs.size() > KEPT) {
            jobs.pollFirstEntry();
        }
        save();
    }

    synchronized SyncStatus find(SyncJobId id) {
        load();
        return jobs.get(id.value());
    }

    synchronized List<SyncStatus> latest(int limit) {
        load();
        return jobs.descendingMap().values().stream().limit(limit).toList();
    }

    private void load() {
        var from = store.get();
        if (loaded || from == null) {
            return;
        }
        loaded = true;
        try {
            byte[] bytes = from.get(KEY);
            for (SyncStatus status : bytes == null ? List.<SyncStatus>of() : read(bytes)) {
                // what this run has noted before the store came is newer
                jobs.putIfAbsent(status.job().value(), status.interrupted());
            }
        } catch (BridgeException | IOException damaged) {
            LOG.warn("The history of indexing jobs cannot be read and starts anew: {}", damaged.getMessage());
        }
        jobs.keySet().stream().max(Comparator.naturalOrder()).ifPresent(max -> lastId = Math.max(lastId, max));
    }

    private void save() {
        var to = store.get();
        if (to == null) {
            return;
        }
        try {
            to.put(KEY, write(jobs.values()));
        } catch (BridgeException failed) {
            LOG.warn("The history of indexing jobs cannot be kept: {}", failed.getMessage());
        }
    }

    private static byte[] write(Iterable<SyncStatus> all) {
        var bytes = new ByteArrayOutputStream();
        try (var out = JSON.createGenerator(bytes)) {
            out.writeStartArray();
            for (SyncStatus status : all) {
                SyncCounts c = status.counts();
                out.writeStartObject();
                out.writeNumberField("job", status.job().value());
                out.writeStringField("state", status.state().name());
                out.writeBooleanField("listed", status.listed());
                out.writeStringField("started", status.started().toString());
                out.writeNumberField("elapsed", status.elapsed().toMillis());
                out.writeStringField("reason", status.reason());
                out.writeArrayFieldStart("counts");
                for (long n :
                        new long[] {c.files(), c.done(), c.added(), c.updated(), c.unchanged(), c.missing(), c.failed()
                        }) {
                    out.writeNumber(n);
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static List<SyncStatus> read(byte[] bytes) throws IOException {
        var all = new java.util.ArrayList<SyncStatus>();
        try (var in = JSON.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("it is no list");
            }
            while (in.nextToken() == JsonToken.START_OBJECT) {
                all.add(readOne(in));
            }
        }
        return all;
    }

    private static SyncStatus readOne(JsonParser in) throws IOException {
        long job = 0;
        String state = "";
        boolean listed = false;
        String started = "";
        long elapsed = 0;
        String reason = "";
        long[] n = new long[7];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "job" -> job = in.getLongValue();
                case "state" -> state = in.getText();
                case "listed" -> listed = in.getBooleanValue();
                case "started" -> started = in.getText();
                case "elapsed" -> elapsed = in.getLongValue();
                case "reason" -> reason = in.getText();
                case "counts" -> {
                    for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
                        if (i < n.length) {
                            n[i] = in.getLongValue();
                        }
                    }
                }
                default -> in.skipChildren();
            }
        }
        try {
            return new SyncStatus(
                    new SyncJobId(job),
                    SyncState.valueOf(state),
                    "",
                    new SyncCounts(n[0], n[1], n[2], n[3], n[4], n[5], n[6]),
                    listed,
                    Instant.parse(started),
                    Duration.ofMillis(elapsed),
                    reason);
        } catch (IllegalArgumentException | java.time.DateTimeException damaged) {
            throw new IOException("a job in it is damaged", damaged);
        }
    }
}
