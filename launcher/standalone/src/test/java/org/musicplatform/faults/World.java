package org.musicplatform.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.sync.Provider;
import org.musicplatform.core.testkit.metadata.FakeTagReader;
import org.musicplatform.core.testkit.source.FakeStorageProvider;
import org.musicplatform.sources.local.LocalStorageProvider;

/** The music that is indexed: the same in each process. First as it was, then with changes of all kinds. */
interface World {

    /** How many files there are at first: enough for several batches where tags are to be read. */
    static int files(boolean changed) {
        return changed ? 900 : 1_100;
    }

    String location();

    /** Makes the kind of source that it lies on; its files are as they are now. */
    Provider provider();

    /** Makes so many files. */
    void begin(int files);

    /** Renames folders, moves a file, gives files other tags, takes some away and adds others. */
    void change();

    static String path(int file) {
        return "artist %d/album %d/%02d.%s".formatted(file / 100, file / 10, file % 10, FakeTagReader.EXTENSION);
    }

    static byte[] content(int file, String title) {
        var tags = new EnumMap<TagField, String>(TagField.class);
        tags.put(TagField.TITLE, title + " " + file);
        tags.put(TagField.ARTIST, "Artist " + file / 100);
        tags.put(TagField.ALBUM, "Album " + file / 10);
        tags.put(TagField.TRACK_NUMBER, String.valueOf(file % 10 + 1));
        return FakeTagReader.file(Duration.ofSeconds(100 + file), tags);
    }

    /** What files and folders can do. */
    interface Tree {
        void put(String path, byte[] content);

        void move(String from, String to);

        void remove(String path);
    }

    static void begin(Tree tree, int files) {
        for (int file = 0; file < files; file++) {
            tree.put(path(file), content(file, "Title"));
        }
    }

    static void change(Tree tree) {
        tree.move("artist 2", "another name of 2");
        tree.move("artist 3/album 31", "artist 4/album 31");
        tree.move(path(500), "artist 6/album 60/99." + FakeTagReader.EXTENSION);
        for (int file = 700; file < 740; file++) {
            tree.put(path(file), content(file, "Other title"));
        }
        for (int file = 801; file < 831; file++) {
            tree.remove(path(file));
        }
        for (int file = 2_000; file < 2_030; file++) {
            tree.put(path(file), content(file, "Title"));
        }
    }

    /** A folder of this machine: listed and read at the same time, known again by what the file system tells. */
    record Folder(Path folder) implements World, Tree {

        private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

        private interface Change {
            void make() throws IOException;
        }

        @Override
        public String location() {
            return folder.toString();
        }

        @Override
        public Provider provider() {
            return new Provider("local", LocalStorageProvider.TRAITS, new LocalStorageProvider());
        }

        @Override
        public void begin(int files) {
            World.begin(this, files);
        }

        @Override
        public void change() {
            World.change(this);
        }

        private static void make(Change change) {
            try {
                change.make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void put(String path, byte[] content) {
            Path file = folder.resolve(path);
            make(() -> {
                Files.createDirectories(file.getParent());
                Files.write(file, content);
                Files.setLastModifiedTime(file, LONG_AGO);
            });
        }

        @Override
        public void move(String from, String to) {
            make(() -> Files.move(folder.resolve(from), folder.resolve(to)));
        }

        @Override
        public void remove(String path) {
            make(() -> Files.delete(folder.resolve(path)));
        }
    }

    /** A drive behind a network: a list of changes, ids that stay, its listing finished before its tags are read. */
    record Drive(FakeStorageProvider fake) implements World, Tree {

        Drive() {
            this(new FakeStorageProvider()
                    .traits(FakeStorageProvider.LIKE_A_CLOUD_DRIVE)
                    .pageSize(100));
        }

        @Override
        public String location() {
            return "music";
        }

        @Override
        public Provider provider() {
            return new Provider("fake", FakeStorageProvider.LIKE_A_CLOUD_DRIVE, fake);
        }

        @Override
        public void begin(int files) {
            World.begin(this, files);
        }

        @Override
        public void change() {
            World.change(this);
        }

        @Override
        public void put(String path, byte[] content) {
            fake.file("music/" + path, content);
        }

        @Override
        public void move(String from, String to) {
            fake.move("music/" + from, "music/" + to);
        }

        @Override
        public void remove(String path) {
            fake.remove("music/" + path);
        }
    }
}
