package org.musicplatform.core.testkit.source;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/**
 * Sources in memory whose faults a test decides.
 *
 * <p>One tree of files, e.g. {@code music/a/one.mp3}. A location is a folder of it ({@code music}); an item id is the path
 * below that folder. Etags survive moving. Listings carry a cursor from the start, so that the same fake serves
 * providers with and without {@code DELTA}. Thread-safe.
 */
public final class FakeStorageProvider implements StorageProvider {

    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

    private record Stored(byte[] content, ItemVersion version) {}

    private record Change(long sequence, String path) {}

    private final TreeMap<String, Stored> files = new TreeMap<>(); // guarded by this, as all below
    private final TreeSet<String> folders = new TreeSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, IOException> failingReads = new HashMap<>();
    private final Map<String, Integer> dropsAfter = new HashMap<>();
    private final List<Listing.Skipped> skipped = new ArrayList<>();
    private String unavailable;
    private RuntimeException broken;
    private Gate openGate;
    private Gate listGate;
    private Gate readGate;
    private int pageSize = 500;
    private int failListingAfter = -1;
    private long sequence;
    private long oldestCursor;

    private final AtomicInteger opens = new AtomicInteger();
    private final AtomicInteger openSessions = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger openStreams = new AtomicInteger();
    private final AtomicInteger listings = new AtomicInteger();
    private final AtomicInteger deltas = new AtomicInteger();

    /** Returns an account for a location of this fake, of the provider {@code fake}. */
    public static SourceAccount account(long id, String location) {
        return new SourceAccount(new SourceId(id), "fake", location, location);
    }

    // what is there

    /** Makes a folder known, as an empty one. */
    public synchronized FakeStorageProvider folder(String path) {
        folders.add(path);
        return this;
    }

    /** Adds a file, or gives it new content and so a new version. */
    public synchronized FakeStorageProvider file(String path, byte[] content) {
        sequence++;
        var version = new ItemVersion(content.length, EPOCH.plusSeconds(sequence), "e" + sequence, null);
        files.put(path, new Stored(content.clone(), version));
        changes.add(new Change(sequence, path));
        return this;
    }

    /** Removes a file. */
    public synchronized FakeStorageProvider remove(String path) {
        if (files.remove(path) == null) {
            throw new IllegalArgumentException("there is no " + path);
        }
        changes.add(new Change(++sequence, path));
        return this;
    }

    /** Moves a file; its version stays. */
    public synchronized FakeStorageProvider move(String from, String to) {
        var stored = files.get(from);
        remove(from);
        files.put(to, stored);
        changes.add(new Change(++sequence, to));
        return this;
    }

    /** Returns the version of a file as a listing tells it. */
    public synchronized ItemVersion version(String path) {
        return files.get(path).version();
    }

    // faults

    /** From now on nothing can be reached, with this sentence; null ends it. */
    public synchronized FakeStorageProvider unavailable(String sentence) {
        unavailable = sentence;
        return this;
    }

    /** From now on every call throws this, as faulty code does; null ends it. */
    public synchronized FakeStorageProvider broken(RuntimeException fault) {
        broken = fault;
        return this;
    }

    /** Reads of a file fail with this; null ends it. */
    public synchronized FakeStorageProvider failReads(String path, IOException fault) {
        if (fault == null) {
            failingReads.remove(path);
        } else {
            failingReads.put(path, fault);
        }
        return this;
    }

    /** The next stream of a file breaks off after so many bytes; the one after it does not. */
    public synchronized FakeStorageProvider dropConnectionAfter(String path, int bytes) {
        dropsAfter.put(path, bytes);
        return this;
    }

    /** Listings fail once they have given so many items; -1 ends it. */
    public synchronized FakeStorageProvider failListingAfter(int items) {
        failListingAfter = items;
        return this;
    }

    /** Full listings end with this among what they could not look at; they leave out what lies there. */
    public synchronized FakeStorageProvider skip(Listing.Skipped what) {
        skipped.add(what);
        return this;
    }

    /** Nothing is skipped any more. */
    public synchronized FakeStorageProvider skipNothing() {
        skipped.clear();
        return this;
    }

    /** All cursors given so far are no longer valid. */
    public synchronized FakeStorageProvider expireCursors() {
        oldestCursor = ++sequence;
        return this;
    }

    /** Sets how many items a page has at most. */
    public synchronized FakeStorageProvider pageSize(int items) {
        pageSize = items;
        return this;
    }

    /** From now on opening waits at the returned gate. */
    public synchronized Gate holdOpens() {
        openGate = new Gate();
        return openGate;
    }

    /** From now on each page of a listing waits at the returned gate. */
    public synchronized Gate holdListings() {
        listGate = new Gate();
        return listGate;
    }

    /** From now on requests for bytes wait at the returned gate. */
    public synchronized Gate holdReads() {
        readGate = new Gate();
        return readGate;
    }

    // what was seen

    /** Returns how often a session was opened. */
    public int opens() {
        return opens.get();
    }

    /** Returns how many sessions are open now. */
    public int openSessions() {
        return openSessions.get();
    }

    /** Returns how often a range was requested. */
    public int reads() {
        return reads.get();
    }

    /** Returns how many streams are open now. */
    public int openStreams() {
        return openStreams.get();
    }

    /** Returns how often a full listing was asked for. */
    public int listings() {
        return listings.get();
    }

    /** Returns how often changes were asked for. */
    public int deltas() {
        return deltas.get();
    }

    @Override
    public Location resolve(String location) {
        String canonical = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        synchronized (this) {
            check();
            if (files.containsKey(canonical)) {
                throw new SourceException(SourceException.NOT_A_SOURCE, canonical + " is a file. Name its folder.");
            }
            if (!exists(canonical)) {
                throw new SourceException(
                        SourceException.NOT_FOUND, "There is no folder " + canonical + ". Check the spelling.");
            }
        }
        return new Location(canonical, canonical.substring(canonical.lastIndexOf('/') + 1));
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) throws IOException {
        Gate gate;
        synchronized (this) {
            check();
            if (!exists(account.location())) {
                throw new SourceException(
                        SourceException.UNAVAILABLE, account.location() + " is not there. Connect it and try again.");
            }
            gate = openGate;
        }
        if (gate != null) {
            gate.pass();
        }
        opens.incrementAndGet();
        openSessions.incrementAndGet();
        return new Session(account.location());
    }

    @Override
    public String prefixWithin(String outer, String inner) {
        if (outer.equals(inner)) {
            return "";
        }
        return inner.startsWith(outer + "/") ? inner.substring(outer.length() + 1) + "/" : null;
    }

    private synchronized void check() {
        if (broken != null) {
            throw broken;
        }
        if (unavailable != null) {
            throw new SourceException(SourceException.UNAVAILABLE, unavailable);
        }
    }

    private synchronized boolean exists(String folder) {
        String below = files.ceilingKey(folder + "/");
        return folders.contains(folder) || below != null && below.startsWith(folder + "/");
    }

    private static SourceItem item(String id, ItemVersion version) {
        int slash = id.lastIndexOf('/');
        return SourceItem.file(id, id.substring(slash + 1), slash < 0 ? "" : id.substring(0, slash), version);
    }

    private static boolean covers(Listing.Skipped skip, String id) {
        String where = skip.itemId();
        return where.isEmpty() || where.equals(id) || where.endsWith("/") && id.startsWith(where);
    }

    private final class Session implements StorageSession {

        private final String root;
        private boolean closed; // guarded by the provider

        Session(String root) {
            this.root = root + "/";
        }

        private void checkOpen() {
            synchronized (FakeStorageProvider.this) {
                check();
                if (closed) {
                    throw new SourceException(SourceException.UNAVAILABLE, "The session is closed");
                }
            }
        }

        @Override
        public Listing list() {
            listings.incrementAndGet();
            synchronized (FakeStorageProvider.this) {
                checkOpen();
                List<SourceItem> items = new ArrayList<>();
                files.tailMap(root).forEach((path, stored) -> {
                    if (path.startsWith(root)) {
                        String id = path.substring(root.length());
                        if (skipped.stream().noneMatch(skip -> covers(skip, id))) {
                            items.add(item(id, stored.version()));
                        }
                    }
                });
                return new Pages(this, items, new Listing.End("c" + sequence, skipped));
            }
        }

        @Override
        public Listing changes(String cursor) {
            deltas.incrementAndGet();
            synchronized (FakeStorageProvider.this) {
                checkOpen();
                long since = Long.parseLong(cursor.substring(1));
                if (since < oldestCursor) {
                    throw new SourceException(
                            SourceException.CURSOR_EXPIRED, "The list of changes does not reach back so far");
                }
                var touched = new TreeSet<String>();
                for (Change change : changes) {
                    if (change.sequence() > since && change.path().startsWith(root)) {
                        touched.add(change.path());
                    }
                }
                List<SourceItem> items = new ArrayList<>();
                for (String path : touched) {
                    String id = path.substring(root.length());
                    var stored = files.get(path);
                    items.add(stored == null ? SourceItem.removed(id) : item(id, stored.version()));
                }
                return new Pages(this, items, new Listing.End("c" + sequence, List.of()));
            }
        }

        @Override
        public InputStream read(String itemId, long offset, long length) throws IOException {
            reads.incrementAndGet();
            checkOpen();
            Gate gate;
            byte[] content;
            Integer drop;
            synchronized (FakeStorageProvider.this) {
                gate = readGate;
                var stored = files.get(root + itemId);
                if (stored == null) {
                    throw new SourceException(
                            SourceException.NOT_FOUND, "There is no file " + itemId + ". Index the source again.");
                }
                var fault = failingReads.get(root + itemId);
                if (fault != null) {
                    throw fault;
                }
                content = stored.content();
                drop = dropsAfter.remove(root + itemId);
            }
            if (gate != null) {
                gate.pass();
                checkOpen();
            }
            int from = (int) Math.min(offset, content.length);
            int count = (int) Math.min(length, content.length - from);
            openStreams.incrementAndGet();
            return new Stream(content, from, count, drop == null ? Integer.MAX_VALUE : drop);
        }

        @Override
        public void close() {
            synchronized (FakeStorageProvider.this) {
                if (!closed) {
                    closed = true;
                    openSessions.decrementAndGet();
                }
            }
        }
    }

    private final class Pages implements Listing {

        private final Session session;
        private final List<SourceItem> items;
        private final End end;
        private int given;

        Pages(Session session, List<SourceItem> items, End end) {
            this.session = session;
            this.items = items;
            this.end = end;
        }

        @Override
        public ListingPage next() throws IOException {
            Gate gate;
            int until;
            boolean fails;
            synchronized (FakeStorageProvider.this) {
                gate = listGate;
                until = Math.min(items.size(), given + pageSize);
                fails = failListingAfter >= 0 && given >= failListingAfter;
                if (failListingAfter >= 0 && !fails) {
                    until = Math.min(until, failListingAfter);
                }
            }
            if (gate != null) {
                gate.pass();
            }
            session.checkOpen();
            if (fails) {
                throw new IOException("the connection broke while listing");
            }
            var page = items.subList(given, until);
            given = until;
            boolean more;
            synchronized (FakeStorageProvider.this) {
                more = given < items.size() || failListingAfter >= 0;
            }
            return more ? ListingPage.more(page) : ListingPage.last(page, end);
        }
    }

    private final class Stream extends FilterInputStream {

        private int left;
        private boolean closed;

        Stream(byte[] content, int from, int count, int left) {
            super(new ByteArrayInputStream(content, from, count));
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            check();
            if (left <= 0) {
                throw new IOException("the connection broke while reading");
            }
            int n = super.read(target, offset, Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                openStreams.decrementAndGet();
            }
        }
    }
}
