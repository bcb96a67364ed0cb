package org.musicplatform.core.testkit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/** What a provider under test says of itself, and how its contract looks at it. */
abstract class StorageContract {

    /** Returns the provider under test. */
    protected abstract StorageProvider provider();

    /**
     * Makes a place that holds just these files. What is there already with the same content stays untouched.
     *
     * @param files content by path below the place; folders joined by {@code /}
     * @return its location as a person gives it; the same place when called again in one test
     */
    protected abstract String place(Map<String, byte[]> files) throws IOException;

    /** Returns what the provider declares, as in its annotation. */
    protected SourceTraits traits() {
        return SourceTraits.NONE;
    }

    /**
     * Moves a file, or a folder, within the place. Needed by those that declare that something survives it.
     *
     * @param from where it is, below the place
     * @param to where it is to be; the folder is there
     */
    protected void move(String from, String to) throws IOException {
        throw new AssertionError("Override move(from, to): it proves " + traits());
    }

    /**
     * Makes a place with two files of one name in its top folder.
     *
     * @return its location, or null where there can be no such place
     */
    protected String twins(String name, byte[] one, byte[] other) throws IOException {
        return null;
    }

    /** Returns a location where nothing is. */
    protected abstract String nowhere();

    static final Duration GENEROUS = Duration.ofSeconds(30);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    StorageSession open(String location) throws IOException {
        var resolved = provider().resolve(location);
        return provider()
                .open(
                        new SourceAccount(new SourceId(1), "contract", resolved.canonical(), resolved.name()),
                        Credentials.NONE);
    }

    record Listed(List<SourceItem> items, String cursor) {

        List<SourceItem> files() {
            return of(SourceItem.Kind.FILE);
        }

        List<SourceItem> of(SourceItem.Kind kind) {
            return items.stream().filter(item -> item.kind() == kind).toList();
        }

        Set<String> paths() {
            return files().stream().map(SourceItem::path).collect(Collectors.toSet());
        }
    }

    static Listed all(Listing listing) throws IOException {
        List<SourceItem> items = new ArrayList<>();
        try (listing) {
            Listing.ListingPage page;
            do {
                page = listing.next();
                items.addAll(page.items());
            } while (page.end() == null);
            assertEquals(List.of(), page.end().skipped());
            return new Listed(items, page.end().cursor());
        }
    }

    static List<SourceItem> list(StorageSession session) throws IOException {
        return all(session.list()).files();
    }

    static SourceItem named(String name, List<SourceItem> items) {
        var found = items.stream().filter(item -> item.name().equals(name)).toList();
        assertEquals(1, found.size(), name + " in " + items);
        return found.get(0);
    }

    void assumeCan(SourceCapability capability) {
        Assumptions.assumeTrue(traits().can(capability), () -> "it does not declare " + capability);
    }

    static String codeOf(Executable call) {
        var e = assertThrows(SourceException.class, call);
        assertFalse(e.getMessage().isBlank());
        return e.code();
    }
}
