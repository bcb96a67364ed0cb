package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;

class IgnoreFilesTest {

    @TempDir
    Path root;

    private final List<Listing.Skipped> skipped = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        for (String path : List.of(
                "top.mp3",
                "live.mp3",
                "pop/one.mp3",
                "pop/live.mp3",
                "pop/demo/two.mp3",
                "pop/demo/old/three.mp3",
                "rock/demo/four.mp3",
                "rock/five.ogg")) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), path);
        }
    }

    private interface Listed {
        Listing of(FolderSession session) throws IOException;
    }

    private List<String> list(Listed listed) throws IOException {
        var account = new SourceAccount(new SourceId(1), "local", root.toString(), "music");
        List<String> ids = new ArrayList<>();
        try (var session = (FolderSession) new LocalStorageProvider().open(account, Credentials.NONE);
                var listing = listed.of(session)) {
            Listing.ListingPage page;
            do {
                page = listing.next();
                page.items().stream().map(SourceItem::id).forEach(ids::add);
            } while (page.end() == null);
            skipped.addAll(page.end().skipped());
        }
        return ids.stream().filter(id -> id.matches(".*(mp3|ogg|/)")).sorted().toList();
    }

    private List<String> leftOver(String file, String... lines) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.write(root.resolve(file), List.of(lines));
        return list(FolderSession::list);
    }

    @Test
    void patterns_hold_for_names_anywhere_below() throws IOException {
        assertEquals(
                List.of("pop/one.mp3", "rock/five.ogg", "top.mp3"),
                leftOver(".mpcignore", "# not these", "", "live.mp3", "demo/"));
    }

    @Test
    void a_pattern_with_a_slash_holds_from_where_it_is_written() throws IOException {
        assertEquals(
                List.of("pop/one.mp3", "rock/demo/four.mp3", "rock/five.ogg", "top.mp3"),
                leftOver(".mpcignore", "/live.mp3", "pop/demo/**", "pop/live.mp3"));
    }

    @Test
    void two_stars_stand_for_any_folders() throws IOException {
        assertEquals(
                List.of("live.mp3", "pop/live.mp3", "pop/one.mp3", "rock/demo/four.mp3", "rock/five.ogg", "top.mp3"),
                leftOver(".mpcignore", "**/old", "pop/**/two.mp3"));
        assertEquals(
                List.of("live.mp3", "rock/demo/four.mp3", "rock/five.ogg", "top.mp3"),
                leftOver(".mpcignore", "pop/**/*.mp3"));
    }

    @Test
    void an_exclamation_mark_takes_back_and_a_deeper_file_is_stronger() throws IOException {
        Files.write(root.resolve(".mpcignore"), List.of("*.mp3", "!top.mp3"));
        assertEquals(List.of("pop/live.mp3", "rock/five.ogg", "top.mp3"), leftOver("pop/.mpcignore", "!live.mp3"));
    }

    @Test
    void names_are_compared_whatever_their_unicode_form() throws IOException {
        Assumptions.assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode('\u00f6'),
                "Java cannot name such files in this locale");
        Files.writeString(root.resolve("bjo\u0308rk.mp3"), "decomposed");
        assertTrue(!leftOver(".mpcignore", "bj\u00f6rk.mp3").toString().contains("rk.mp3"));
    }

    @Test
    void files_of_other_players_are_followed_as_those_read_them() throws IOException {
        var whole = list(FolderSession::list);
        assertEquals(
                List.of("rock/five.ogg", "top.mp3"),
                leftOver(".mpdignore", "live*", "pop", "!top.mp3", "demo")); // no exclamation mark there
        Files.delete(root.resolve(".mpdignore"));
        assertEquals(
                List.of("live.mp3", "pop/live.mp3", "pop/one.mp3", "rock/five.ogg", "top.mp3"),
                leftOver(".plexignore", "pop/demo/*", "four.mp3", "!live.mp3"));
        Files.delete(root.resolve(".plexignore"));
        assertEquals(
                List.of("live.mp3", "rock/demo/four.mp3", "rock/five.ogg", "top.mp3"),
                leftOver("pop/.ndignore", "*", "# a comment"));
        Files.delete(root.resolve("pop/.ndignore"));
        assertEquals(whole, list(FolderSession::list));
    }

    @Test
    void an_empty_marker_leaves_out_its_folder_but_not_the_root() throws IOException {
        var whole = list(FolderSession::list);
        assertEquals(whole, leftOver(".ndignore"));
        assertEquals(whole, leftOver(".nomedia"));
        assertEquals(whole, leftOver("pop/.mpcignore")); // no pattern, nothing left out, as with Git
        assertEquals(List.of("live.mp3", "rock/demo/four.mp3", "rock/five.ogg", "top.mp3"), leftOver("pop/.ndignore"));
        assertEquals(List.of("live.mp3", "top.mp3"), leftOver("rock/.nomedia"));
    }

    @Test
    void one_folder_is_listed_as_the_whole_walk_sees_it() throws IOException {
        leftOver(".mpcignore", "live.mp3", "demo/", "!/rock/demo/");
        assertEquals(List.of("pop/", "rock/", "top.mp3"), list(session -> session.listFolder("")));
        assertEquals(List.of("pop/one.mp3"), list(session -> session.listFolder("pop/")));
        assertEquals(List.of(), list(session -> session.listFolder("pop/demo/")));
        assertEquals(List.of(), list(session -> session.listBelow("pop/demo/old/")));
        assertEquals(List.of("rock/demo/four.mp3", "rock/five.ogg"), list(session -> session.listBelow("rock/")));
        leftOver("rock/.nomedia");
        assertEquals(List.of(), list(session -> session.listFolder("rock/demo/")));
    }

    @Test
    void what_cannot_be_read_has_no_say_and_is_told() throws IOException, InterruptedException {
        var whole = list(FolderSession::list);
        assertEquals(whole, leftOver(".mpcignore", "x".repeat(1000), "#".repeat(70_000), "*"));
        assertEquals(".mpcignore", skipped.get(0).itemId());
        assertTrue(skipped.get(0).reason().contains("larger than 64 KiB"), skipped.toString());
        Files.delete(root.resolve(".mpcignore"));
        skipped.clear();
        var pipe = root.resolve("pop/.mpdignore").toString();
        Assumptions.assumeTrue(new ProcessBuilder("mkfifo", pipe).start().waitFor() == 0);
        assertEquals(whole, list(FolderSession::list));
        assertEquals("pop/.mpdignore", skipped.get(0).itemId());
    }
}
