package org.musicplatform.core.testkit.source;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.api.source.spi.Watch;

/**
 * Sources in memory whose abilities and faults a test decides.
 *
 * <p>One tree of files, e.g. {@code music/a/one.mp3}. A location is a folder of it ({@code music}); an item id is the path
 * below that folder, or with {@link #traits} that say so a name that stays with the file wherever it is moved. Etags
 * survive moving. Listings carry a cursor from the start, so that the same fake serves providers with and without
 * {@code DELTA}. Thread-safe.
 */
public final class FakeStorageProvider implements StorageProvider {

    /** As a folder of this machine: paths as ids, no list of changes. */
    public static final SourceTraits LIKE_A_FOLDER = new SourceTraits(
            Set.of(
                    SourceCapability.PATH_IDS,
                    SourceCapability.ETAG_SURVIVES_MOVE,
                    SourceCapability.RANGE_READS,
                    SourceCapability.FOLDER_LISTING),
            "",
            SourceTraits.Watching.RELIABLE,
            SourceTraits.Casing.SENSITIVE,
            SourceTraits.UnicodeForm.RAW,
            SourceTraits.ListingOrder.ARBITRARY);

    /** As a drive in the cloud: ids that stay, a list of changes, hashes; several files of one name in a folder. */
    public static final SourceTraits LIKE_A_CLOUD_DRIVE = new SourceTraits(
            Set.of(
                    SourceCapability.DELTA,
                    SourceCapability.STABLE_IDS,
                    SourceCapability.ETAG_SURVIVES_MOVE,
                    SourceCapability.RANGE_READS,
                    SourceCapability.FOLDER_LISTING),
            "md5",
            SourceTraits.Watching.RELIABLE,
            SourceTraits.Casing.SENSITIVE,
            SourceTraits.UnicodeForm.RAW,
            SourceTraits.ListingOrder.ARBITRARY);

    final FakeTree tree = new FakeTree();
    final FakeFaults faults = new FakeFaults();
    final AtomicInteger opens = new AtomicInteger();
    final AtomicInteger openSessions = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger openStreams = new AtomicInteger();
    final AtomicInteger listings = new AtomicInteger();
    final AtomicInteger folderListings = new AtomicInteger();
    final AtomicInteger deltas = new AtomicInteger();

    private final List<FakeWatch> watches = new CopyOnWriteArrayList<>();
    private SourceTraits traits = LIKE_A_FOLDER; // guarded by this, as all below
    private SourceTraits traitsHere;
    private String identity;
    private Long seed;
    private boolean mute;
    private Watch.Blindness blindness;

    /** Returns an account for a location of this fake, of the provider {@code fake}. */
    public static SourceAccount account(long id, String location) {
        return new SourceAccount(new SourceId(id), "fake", location, location);
    }

    // what it can do

    /** Sets what it declares; before the first file is there. Without it {@link #LIKE_A_FOLDER}. */
    public FakeStorageProvider traits(SourceTraits declared) {
        synchronized (this) {
            traits = declared;
        }
        tree.hash(declared.hash());
        return this;
    }

    /** Returns what it declares. */
    public synchronized SourceTraits traits() {
        return traits;
    }

    /** From now on open sessions say this of their place; null: what is declared. */
    public synchronized FakeStorageProvider traitsHere(SourceTraits here) {
        traitsHere = here;
        return this;
    }

    synchronized SourceTraits traitsHere() {
        return traitsHere == null ? traits : traitsHere;
    }

    /** From now on places have this identity; null: they do not tell. */
    public synchronized FakeStorageProvider identity(String text) {
        identity = text;
        return this;
    }

    synchronized String identity() {
        return identity;
    }

    /** From now on items are listed in an order that this number decides; null: by path. */
    public synchronized FakeStorageProvider shuffle(Long number) {
        seed = number;
        return this;
    }

    synchronized Long seed() {
        return seed;
    }

    // what is there

    /** Makes a folder known, as an empty one. */
    public FakeStorageProvider folder(String path) {
        tree.folder(path);
        return this;
    }

    /** Adds a file, or gives it new content and so a new version. */
    public FakeStorageProvider file(String path, byte[] content) {
        tree.put(path, content, false);
        return this;
    }

    /** Adds a file beside those that bear its name already; only where ids are not paths. */
    public FakeStorageProvider twin(String path, byte[] content) {
        if (!traits().can(SourceCapability.STABLE_IDS)) {
            throw new IllegalStateException("two files of one path need ids that are no paths");
        }
        tree.put(path, content, true);
        return this;
    }

    /** Removes a file, or a folder with all in it. */
    public FakeStorageProvider remove(String path) {
        tree.remove(path);
        return this;
    }

    /** Brings back a file that was removed, as it was. */
    public FakeStorageProvider restore(String path) {
        tree.restore(path);
        return this;
    }

    /** Moves a file, or a folder with all in it; versions stay. */
    public FakeStorageProvider move(String from, String to) {
        tree.move(from, to, traits().can(SourceCapability.STABLE_IDS));
        return this;
    }

    /** Returns the version of a file as a listing tells it. */
    public ItemVersion version(String path) {
        return tree.one(path).version();
    }

    // faults

    /** From now on nothing can be reached, with this sentence; null ends it. */
    public FakeStorageProvider unavailable(String sentence) {
        return set(f -> f.unavailable = sentence);
    }

    /** From now on every call throws this, as faulty code does; null ends it. */
    public FakeStorageProvider broken(RuntimeException fault) {
        return set(f -> f.broken = fault);
    }

    /** Reads of a file fail with this; null ends it. */
    public FakeStorageProvider failReads(String path, IOException fault) {
        return set(f -> {
            if (fault == null) {
                f.failingReads.remove(path);
            } else {
                f.failingReads.put(path, fault);
            }
        });
    }

    /** The next stream of a file breaks off after so many bytes; the one after it does not. */
    public FakeStorageProvider dropConnectionAfter(String path, int bytes) {
        return set(f -> f.dropsAfter.put(path, bytes));
    }

    /** Listings fail once they have given so many items; -1 ends it. */
    public FakeStorageProvider failListingAfter(int items) {
        return set(f -> f.failListingAfter = items);
    }

    /** The next request for a page fails with this, of whatever listing; several are used up one after another. */
    public FakeStorageProvider failPage(IOException fault) {
        return set(f -> f.failingPages.add(fault));
    }

    /** Full listings end with this among what they could not look at; they leave out what lies there. */
    public FakeStorageProvider skip(Listing.Skipped what) {
        return set(f -> f.skipped.add(what));
    }

    /** Nothing is skipped any more. */
    public FakeStorageProvider skipNothing() {
        return set(f -> f.skipped.clear());
    }

    /** All cursors given so far are no longer valid. */
    public FakeStorageProvider expireCursors() {
        tree.expireCursors();
        return this;
    }

    /** Cursors expire once the list of changes has given so many items; -1 ends it. */
    public FakeStorageProvider expireListingAfter(int items) {
        return set(f -> f.expireListingAfter = items);
    }

    /** Sets how many items a page has at most. */
    public FakeStorageProvider pageSize(int items) {
        return set(f -> f.pageSize = items);
    }

    /** From now on pages are half full, and every third one is empty, as those of some services are. */
    public FakeStorageProvider halfPages() {
        return set(f -> f.halfPages = true);
    }

    /** From now on each opening, page and request for bytes takes so long. */
    public FakeStorageProvider latency(Duration each) {
        return set(f -> f.latency = each);
    }

    /** From now on opening waits at the returned gate. */
    public Gate holdOpens() {
        var gate = new Gate();
        set(f -> f.openGate = gate);
        return gate;
    }

    /** From now on each page of a listing waits at the returned gate. */
    public Gate holdListings() {
        var gate = new Gate();
        set(f -> f.listGate = gate);
        return gate;
    }

    /** From now on requests for bytes wait at the returned gate. */
    public Gate holdReads() {
        var gate = new Gate();
        set(f -> f.readGate = gate);
        return gate;
    }

    private FakeStorageProvider set(Consumer<FakeFaults> change) {
        synchronized (faults) {
            change.accept(faults);
        }
        return this;
    }

    // what it tells of changes

    /** From now on those who watch are not told of changes, or are again. */
    public synchronized FakeStorageProvider mute(boolean on) {
        mute = on;
        return this;
    }

    /** Those who watch now are told that anything may have changed. */
    public FakeStorageProvider overflow() {
        watches.forEach(FakeWatch::overflow);
        return this;
    }

    /** From now on those who watch are told why they do not see everything at once; null: they do. */
    public FakeStorageProvider blind(Watch.Blindness why) {
        synchronized (this) {
            blindness = why;
        }
        watches.forEach(watch -> watch.blind(why));
        return this;
    }

    /** All watching that goes on now ends with this. */
    public FakeStorageProvider failWatches(IOException fault) {
        watches.forEach(watch -> watch.fail(fault));
        return this;
    }

    /** Called without a lock: the tree tells those who watch under its own. */
    Watch watch(Function<FakeTree.Happening, List<Watch.Place>> places) {
        var ending = new ArrayList<Runnable>();
        var watch = new FakeWatch(faults, blindness(), () -> ending.forEach(Runnable::run));
        Consumer<FakeTree.Happening> teller = happening -> {
            if (!isMute()) {
                watch.tell(places.apply(happening));
            }
        };
        ending.add(() -> {
            tree.unwatch(teller);
            watches.remove(watch);
        });
        watches.add(watch);
        tree.watch(teller);
        return watch;
    }

    private synchronized Watch.Blindness blindness() {
        return blindness;
    }

    private synchronized boolean isMute() {
        return mute;
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

    /** Returns how often a folder was asked for. */
    public int folderListings() {
        return folderListings.get();
    }

    /** Returns how often changes were asked for. */
    public int deltas() {
        return deltas.get();
    }

    /** Returns how many watch now. */
    public int watches() {
        return watches.size();
    }

    @Override
    public Location resolve(String location) {
        String canonical = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        faults.check();
        if (tree.one(canonical) != null) {
            throw new SourceException(SourceException.NOT_A_SOURCE, canonical + " is a file. Name its folder.");
        }
        if (!tree.isFolder(canonical)) {
            throw new SourceException(
                    SourceException.NOT_FOUND, "There is no folder " + canonical + ". Check the spelling.");
        }
        return new Location(canonical, canonical.substring(canonical.lastIndexOf('/') + 1));
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) throws IOException {
        faults.check();
        if (!tree.isFolder(account.location())) {
            throw new SourceException(
                    SourceException.UNAVAILABLE, account.location() + " is not there. Connect it and try again.");
        }
        Gate gate;
        synchronized (faults) {
            gate = faults.openGate;
        }
        faults.delay(gate);
        opens.incrementAndGet();
        openSessions.incrementAndGet();
        var declared = traits();
        return declared.can(SourceCapability.FOLDER_LISTING) || declared.watch() != SourceTraits.Watching.NONE
                ? new FakeSession.Full(this, account.location())
                : new FakeSession(this, account.location());
    }

    @Override
    public String prefixWithin(String outer, String inner) {
        if (outer.equals(inner)) {
            return "";
        }
        return inner.startsWith(outer + "/") ? inner.substring(outer.length() + 1) + "/" : null;
    }
}
