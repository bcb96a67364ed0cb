package org.musicplatform.core.testkit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.FolderSession;

/** The part of the contract that holds for what a provider declares. */
abstract class StorageTraitsContract extends StorageContract {

    @Test
    void an_open_place_claims_nothing_that_was_not_declared() throws IOException {
        try (var session = open(place(Map.of("a.mp3", bytes("a"))))) {
            var here = session.traits(traits());
            assertTrue(traits().capabilities().containsAll(here.capabilities()), here.toString());
            assertTrue(here.watch().compareTo(traits().watch()) <= 0, here.toString());
            assertTrue(here.hash().isEmpty() || here.hash().equals(traits().hash()), here.toString());
        }
    }

    @Test
    void a_place_stays_the_same_whatever_it_holds() throws IOException {
        String before;
        try (var session = open(place(Map.of("a.mp3", bytes("a"))))) {
            before = session.identity();
        }
        try (var session = open(place(Map.of("b.mp3", bytes("b"))))) {
            assertEquals(before, session.identity());
        }
    }

    @Test
    void a_hash_tells_contents_apart() throws IOException {
        Assumptions.assumeFalse(traits().hash().isEmpty(), "it declares no hash");
        try (var session = open(place(Map.of("a.mp3", bytes("x"), "b.mp3", bytes("x"), "c.mp3", bytes("y"))))) {
            var items = list(session);
            String hash = named("a.mp3", items).version().hash();
            assertTrue(hash.startsWith(traits().hash() + ":"), hash);
            assertEquals(hash, named("b.mp3", items).version().hash());
            assertNotEquals(hash, named("c.mp3", items).version().hash());
        }
    }

    @Test
    void files_of_one_name_in_one_folder_are_two() throws IOException {
        String location = twins("a.mp3", bytes("one"), bytes("another"));
        Assumptions.assumeTrue(location != null, "it has no such places");
        try (var session = open(location)) {
            Set<String> contents = new HashSet<>();
            for (var item : list(session)) {
                assertEquals("a.mp3", item.path());
                try (var in = session.read(item.id(), 0, 100)) {
                    contents.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            assertEquals(Set.of("one", "another"), contents);
        }
    }

    @Test
    void ids_are_paths_where_that_is_declared() throws IOException {
        assumeCan(SourceCapability.PATH_IDS);
        try (var session = open(place(Map.of("top.mp3", bytes("1"), "a b/c/deep.mp3", bytes("2"))))) {
            var items = list(session);
            assertEquals(-1, named("top.mp3", items).id().indexOf('/'));
            assertEquals(3, named("deep.mp3", items).id().split("/").length);
        }
    }

    @Test
    void an_id_stays_with_a_moved_file_where_that_is_declared() throws IOException {
        assumeCan(SourceCapability.STABLE_IDS);
        var ids = moved(SourceItem::id);
        assertEquals(ids.get(0), ids.get(1));
    }

    @Test
    void an_etag_stays_with_a_moved_file_where_that_is_declared() throws IOException {
        assumeCan(SourceCapability.ETAG_SURVIVES_MOVE);
        var etags = moved(item -> item.version().etag());
        assertNotNull(etags.get(0));
        assertEquals(etags.get(0), etags.get(1));
    }

    /** Moves a file and returns something of it before and after. */
    private List<String> moved(Function<SourceItem, String> of) throws IOException {
        String location = place(Map.of("a/one.mp3", bytes("1"), "b/two.mp3", bytes("2")));
        try (var session = open(location)) {
            String before = of.apply(named("one.mp3", list(session)));
            move("a/one.mp3", "b/renamed.mp3");
            return List.of(before, of.apply(named("renamed.mp3", list(session))));
        }
    }

    @Test
    void names_that_differ_in_case_are_two_where_that_is_declared() throws IOException {
        try (var session = open(place(Map.of("other.mp3", bytes("o"))))) {
            Assumptions.assumeTrue(session.traits(traits()).within(traits()).casing() == SourceTraits.Casing.SENSITIVE);
        }
        try (var session = open(place(Map.of("a.mp3", bytes("1"), "A.mp3", bytes("2"))))) {
            assertEquals(Set.of("a.mp3", "A.mp3"), all(session.list()).paths());
        }
    }

    @Test
    void names_come_in_the_declared_form() throws IOException {
        String composed = "bj\u00f6rk.mp3";
        try (var session = open(place(Map.of(Normalizer.normalize(composed, Normalizer.Form.NFD), bytes("1"))))) {
            String name = list(session).get(0).name();
            switch (session.traits(traits()).unicode()) {
                case NFC -> assertEquals(composed, name);
                case NFD -> assertEquals(Normalizer.normalize(composed, Normalizer.Form.NFD), name);
                default -> assertEquals(composed, Normalizer.normalize(name, Normalizer.Form.NFC));
            }
        }
    }

    @Test
    void files_of_a_folder_come_together_where_that_is_declared() throws IOException {
        Assumptions.assumeTrue(traits().order() == SourceTraits.ListingOrder.BY_FOLDER);
        Map<String, byte[]> files = new HashMap<>();
        for (String folder : List.of("", "a/", "b/", "a/c/", "a/b/")) {
            for (String name : List.of("0", "b", "bb", "z")) {
                files.put(folder + name + ".mp3", bytes(name));
            }
        }
        try (var session = open(place(files))) {
            List<String> folders = new ArrayList<>();
            for (var item : list(session)) {
                if (folders.isEmpty() || !folders.get(folders.size() - 1).equals(item.folder())) {
                    folders.add(item.folder());
                }
            }
            assertEquals(5, folders.size(), folders.toString());
        }
    }

    @Test
    void changes_are_told_from_where_a_listing_began() throws IOException {
        assumeCan(SourceCapability.DELTA);
        String location = place(Map.of("a.mp3", bytes("1"), "b.mp3", bytes("2"), "c/d.mp3", bytes("3")));
        try (var session = open(location)) {
            var whole = all(session.list());
            assertNotNull(whole.cursor());
            var nothing = all(session.changes(whole.cursor()));
            assertEquals(List.of(), nothing.files());
            assertNotNull(nothing.cursor());

            place(Map.of("a.mp3", bytes("1"), "b.mp3", bytes("longer"), "c/e.mp3", bytes("new")));
            var some = all(session.changes(whole.cursor()));
            assertEquals(Set.of("b.mp3", "c/e.mp3"), some.paths());
            assertEquals(6, named("b.mp3", some.files()).version().size());
            assertEquals(
                    List.of(named("d.mp3", whole.files()).id()),
                    some.of(SourceItem.Kind.REMOVED).stream()
                            .map(SourceItem::id)
                            .toList());
            assertEquals(List.of(), all(session.changes(some.cursor())).files());
        }
    }

    @Test
    void a_moved_folder_is_told_with_what_lies_in_it() throws IOException {
        assumeCan(SourceCapability.DELTA);
        String location = place(Map.of("a/one.mp3", bytes("1"), "a/deep/two.mp3", bytes("2"), "b/x.mp3", bytes("x")));
        try (var session = open(location)) {
            var before = all(session.list());
            move("a", "b/a");
            var told = all(session.changes(before.cursor()));
            assertEquals(Set.of("b/a/one.mp3", "b/a/deep/two.mp3"), told.paths());
            int gone = traits().can(SourceCapability.STABLE_IDS) ? 0 : 2;
            assertEquals(gone, told.of(SourceItem.Kind.REMOVED).size());
        }
    }

    @Test
    void a_cursor_that_is_none_is_expired() throws IOException {
        assumeCan(SourceCapability.DELTA);
        try (var session = open(place(Map.of("a.mp3", bytes("1"))))) {
            assertEquals(SourceException.CURSOR_EXPIRED, codeOf(() -> all(session.changes("no such cursor"))));
        }
    }

    @Test
    void a_folder_is_listed_by_itself_where_that_is_declared() throws IOException {
        assumeCan(SourceCapability.FOLDER_LISTING);
        String location = place(Map.of(
                "top.mp3",
                bytes("1"),
                "a b/one.mp3",
                bytes("2"),
                "a b/c/two.mp3",
                bytes("3"),
                "z/three.mp3",
                bytes("4")));
        try (var open = open(location)) {
            var session = assertInstanceOf(FolderSession.class, open);
            var whole = all(session.list()).files();
            var top = all(session.listFolder(""));
            assertEquals(Set.of("top.mp3"), top.paths());
            var folders = top.of(SourceItem.Kind.FOLDER);
            assertEquals(
                    List.of("a b", "z"),
                    folders.stream().map(SourceItem::path).sorted().toList());
            String id = named("a b", folders).id();
            assertTrue(id.endsWith("/"), id);
            var inside = all(session.listFolder(id));
            assertEquals(Set.of("a b/one.mp3"), inside.paths());
            assertEquals("a b/c", inside.of(SourceItem.Kind.FOLDER).get(0).path());
            var below = all(session.listBelow(id));
            assertEquals(Set.of("a b/one.mp3", "a b/c/two.mp3"), below.paths());
            assertTrue(whole.containsAll(below.files()), "items are the same wherever they are listed");
            assertTrue(whole.containsAll(inside.files()), "items are the same wherever they are listed");
            assertEquals(
                    Set.copyOf(whole), Set.copyOf(all(session.listBelow("")).files()));
            if (traits().can(SourceCapability.PATH_IDS)) {
                below.items().forEach(item -> assertTrue(item.id().startsWith(id), item.id()));
            }
        }
    }

    @Test
    void a_folder_that_is_gone_is_not_found() throws IOException {
        assumeCan(SourceCapability.FOLDER_LISTING);
        try (var open = open(place(Map.of("a/one.mp3", bytes("1"), "b.mp3", bytes("2"))))) {
            var session = (FolderSession) open;
            String id = named("a", all(session.listFolder("")).of(SourceItem.Kind.FOLDER))
                    .id();
            place(Map.of("b.mp3", bytes("2")));
            assertEquals(SourceException.NOT_FOUND, codeOf(() -> all(session.listFolder(id))));
            assertEquals(SourceException.NOT_FOUND, codeOf(() -> all(session.listBelow(id))));
            assertEquals(SourceException.NOT_FOUND, codeOf(() -> all(session.listFolder("no such folder/"))));
        }
    }
}
