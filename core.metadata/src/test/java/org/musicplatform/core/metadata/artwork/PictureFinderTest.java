package org.musicplatform.core.metadata.artwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;

/** Pictures in files and folders are copied when they are asked for, and once for each state of a file. */
class PictureFinderTest {

    private static final SourceAccount SOURCE = new SourceAccount(new SourceId(1), "local", "/music", "music");
    private static final ArtworkSubject TRACK = ArtworkSubject.of(new TrackId(1));
    private static final ArtworkSubject OTHER = ArtworkSubject.of(new TrackId(2));
    private static final ArtworkSubject ALBUM = ArtworkSubject.of(new AlbumId(7));

    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();
    private final List<String> reads = Collections.synchronizedList(new ArrayList<>());
    private final FakeStore store = new FakeStore();
    private final Map<TrackId, TrackDetails> tracks = new HashMap<>();
    private final PictureFinder finder =
            new PictureFinder(proxy(LibraryService.class), store, proxy(MetadataService.class));

    @BeforeEach
    void an_album_of_two() {
        tracks.put(new TrackId(1), track(1, 100, "cover.jpg", "back.jpg"));
        tracks.put(new TrackId(2), track(2, 100, "cover.jpg", "back.jpg"));
        answers.put("track", a -> {
            var found = tracks.get(a[0]);
            return found == null
                    ? CompletableFuture.failedFuture(
                            new LibraryException(LibraryException.NOT_FOUND, false, "There is none.", null))
                    : done(found);
        });
        answers.put(
                "tracks",
                a -> done(new Page<>(
                        List.of(
                                tracks.get(new TrackId(1)).track(),
                                tracks.get(new TrackId(2)).track()),
                        null)));
        holds(new Picture(3, "image/png", 9, 1, 1, ""), new Picture(8, "image/png", 9, 1, 1, ""));
        answers.put("readPicture", a -> done((((FileRef) a[0]).name() + " picture " + a[1]).getBytes()));
        answers.put("readPictureFile", a -> {
            var picture = new Picture(3, "image/png", 9, 1, 1, "");
            return done(new PictureFile(picture, ((FileRef) a[0]).name().getBytes()));
        });
    }

    @AfterEach
    void close() {
        finder.close();
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }

    private void holds(Picture... pictures) {
        var reading = new TagReading(AudioProperties.UNKNOWN, Tags.NONE, List.of(pictures), List.of(), "test");
        answers.put("readTags", a -> done(reading));
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().startsWith("read")) {
                reads.add(method.getName() + " " + ((FileRef) args[0]).name());
            }
            return answers.get(method.getName()).apply(args);
        }));
    }

    private static FileRef file(String name, long size) {
        return new FileRef(SOURCE, name, name, new ItemVersion(size, Instant.EPOCH, null, null));
    }

    private static TrackDetails track(long id, long size, String... images) {
        var album = new Track.AlbumRef(new AlbumId(7), "Album", null);
        var track = new Track(
                new TrackId(id), "T", null, album, Track.Position.UNKNOWN, null, null, List.of(), Annotation.NONE);
        var beside = Arrays.stream(images)
                .map(name -> new Companion(Companion.Kind.IMAGE, file(name, 5), name))
                .toList();
        var file = new TrackFile(
                new FileId(id),
                file(id + ".flac", size),
                id + ".flac",
                null,
                FileState.READY,
                "",
                null,
                AudioProperties.UNKNOWN,
                beside);
        return new TrackDetails(track, List.of(), List.of(), List.of(file), Instant.EPOCH);
    }

    private List<String> find(ArtworkSubject of) throws Exception {
        return finder.find(of).get(10, TimeUnit.SECONDS).stream()
                .map(picture -> picture.use().kind() + " " + picture.use().origin())
                .sorted()
                .toList();
    }

    @Test
    void pictures_in_the_file_and_beside_it_are_kept_and_not_read_again_before_they_change() throws Exception {
        assertEquals(List.of("ARTIST embedded", "FRONT embedded"), find(TRACK));
        var kept = List.of(
                "al7 BACK folder back.jpg",
                "al7 FRONT folder cover.jpg",
                "t1 ARTIST embedded 1.flac picture 1",
                "t1 FRONT embedded 1.flac picture 0");
        assertEquals(kept, store.kept().stream().sorted().toList());
        reads.clear();
        find(TRACK);
        assertEquals(List.of(), reads);
        find(OTHER);
        assertEquals(List.of("readTags 2.flac", "readPicture 2.flac", "readPicture 2.flac"), reads);
        tracks.put(new TrackId(1), track(1, 101, "cover.jpg"));
        holds();
        assertEquals(List.of(), find(TRACK));
        assertEquals(
                List.of("al7 FRONT folder cover.jpg", "t1 FRONT embedded null"),
                store.kept().stream()
                        .filter(each -> !each.startsWith("t2"))
                        .sorted()
                        .toList());
    }

    @Test
    void an_album_has_the_pictures_of_its_first_tracks_and_of_its_folder() throws Exception {
        assertEquals(List.of("ARTIST embedded", "BACK folder", "FRONT embedded", "FRONT folder"), find(ALBUM));
        reads.clear();
        find(ALBUM);
        assertEquals(List.of(), reads);
    }

    @Test
    void what_has_no_picture_is_not_looked_into_again() throws Exception {
        tracks.put(new TrackId(1), track(1, 100));
        answers.put(
                "readTags", a -> CompletableFuture.failedFuture(new MetadataException("corrupt-file", "It is cut.")));
        assertEquals(List.of(), find(TRACK));
        reads.clear();
        find(TRACK);
        assertEquals(List.of(), reads);
    }

    @Test
    void what_cannot_be_read_now_is_left_out_and_read_the_next_time() throws Exception {
        answers.put(
                "readTags",
                a -> CompletableFuture.failedFuture(
                        new SourceException(SourceException.UNAVAILABLE, "The drive is not there.")));
        assertEquals(List.of(), find(TRACK));
        assertEquals(2, store.kept().size(), () -> store.kept().toString()); // those beside it
        holds(new Picture(3, "image/png", 9, 1, 1, ""));
        assertEquals(List.of("FRONT embedded"), find(TRACK));
    }

    @Test
    void bytes_that_are_no_picture_are_as_good_as_none() throws Exception {
        answers.put("readPicture", a -> done("bad".getBytes()));
        answers.put(
                "readPictureFile",
                a -> CompletableFuture.failedFuture(
                        new MetadataException(MetadataException.TOO_EXPENSIVE, "It is too large.")));
        assertEquals(List.of(), find(TRACK));
        reads.clear();
        find(TRACK);
        assertEquals(List.of(), reads);
    }

    @Test
    void what_is_not_in_the_library_is_told() {
        var failure = assertThrows(ExecutionException.class, () -> find(ArtworkSubject.of(new TrackId(99))));
        assertInstanceOf(LibraryException.class, failure.getCause());
    }
}
