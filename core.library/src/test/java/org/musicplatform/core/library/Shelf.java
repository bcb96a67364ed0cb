package org.musicplatform.core.library;

import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.COMPOSER;
import static org.musicplatform.core.api.metadata.TagField.DATE;
import static org.musicplatform.core.api.metadata.TagField.GENRE;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.support.TextFolding;

/** A library with two sources whose tracks have much in common and lack much, and what lists of them should hold. */
final class Shelf {

    private static final String[] TITLES = {"Rain", "The Rain", "rain", "Snow", "Élan", "Wind", "Storm"};
    private static final String[] ARTISTS = {"Ella", "Björk", "The Beatles", "Ella", null};
    private static final String[] ALBUMS = {"Weather", "Best of", "Best Of", "Zoo", null};
    private static final String[] GENRES = {"Rock", "rock", "Jazz", "Pop|Jazz", null};
    private static final String[] CODECS = {"FLAC", "MP3", "AAC"};

    final Lib lib;
    final SourceAccount other;
    private final Random random;
    private final Map<String, TagReading> readings = new HashMap<>();
    private final Map<TrackId, TrackDetails> details = new HashMap<>();

    Shelf(Lib lib, Random random) {
        this.lib = lib;
        this.random = random;
        this.other = lib.engine.addSource("local", "/more", "More");
        var first = files(120, "");
        scan(lib.source, first);
        scan(other, files(40, "more/"));
        say();
        // some are gone, and said of: they stay, hidden
        scan(lib.source, first.subList(15, first.size()));
        remember();
    }

    private List<String> files(int count, String above) {
        var paths = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String path = above + "d" + i % 4 + "/" + (i % 3 == 0 ? "" : "e" + i % 2 + "/") + i + ".mp3";
            paths.add(path);
            readings.put(path, reading(i));
        }
        return paths;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private TagReading reading(int number) {
        var fields = new EnumMap<TagField, List<String>>(TagField.class);
        put(fields, TITLE, any(TITLES));
        put(fields, ARTIST, any(ARTISTS));
        put(fields, ALBUM, any(ALBUMS));
        put(fields, GENRE, any(GENRES));
        put(fields, TRACK_NUMBER, random.nextInt(3) == 0 ? null : String.valueOf(1 + random.nextInt(9)));
        put(fields, DATE, random.nextInt(4) == 0 ? null : String.valueOf(1990 + random.nextInt(6)));
        put(fields, COMPOSER, random.nextInt(5) == 0 ? "Ella" : null);
        Duration length = number % 7 == 0 ? null : Duration.ofSeconds(60 + random.nextInt(5));
        return new TagReading(
                new AudioProperties("box", any(CODECS), length, false, 900, 44_100, 2, 16),
                new Tags(fields, Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "test");
    }

    private static void put(Map<TagField, List<String>> fields, TagField field, String value) {
        if (value != null) {
            fields.put(field, List.of(value.split("\\|")));
        }
    }

    private void scan(SourceAccount source, List<String> paths) {
        try (var intake = lib.engine.begin(source.id(), IntakeKind.FULL, false)) {
            intake.observe(paths.stream().map(Lib::item).toList());
            for (var task : intake.claim(1_000)) {
                intake.deliver(task, readings.get(task.path()));
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
    }

    private void say() {
        for (Track track : lib.tracks().items()) {
            if (random.nextInt(3) == 0) {
                lib.engine.rate(track.id(), random.nextInt(4)).join();
            }
            if (random.nextInt(4) == 0) {
                lib.engine.favourite(track.id(), true).join();
            }
            if (random.nextInt(3) == 0) {
                var started = Instant.ofEpochSecond(1_000 + random.nextInt(5));
                lib.engine.notePlay(track.id(), started, Duration.ofMinutes(5));
            }
            lib.engine.favourite(track.id(), random.nextInt(5) == 0).join(); // also: what was noted is written
        }
    }

    private void remember() {
        for (boolean missing : new boolean[] {false, true}) {
            var filter = TrackFilter.ALL.withMissing(missing);
            for (Track track :
                    lib.engine.tracks(filter, PageRequest.first(1_000)).join().items()) {
                details.put(track.id(), lib.engine.track(track.id()).join());
            }
        }
    }

    Random random() {
        return random;
    }

    /** All tracks, those that are missing too. */
    List<TrackDetails> all() {
        return details.values().stream()
                .sorted(Comparator.comparing(each -> each.track().id()))
                .toList();
    }

    /** The ids of tracks that a list should hold, in its order. */
    List<TrackId> expected(TrackFilter filter, TrackOrder order) {
        return all().stream()
                .filter(each -> fits(each, filter))
                .sorted(comparator(order))
                .map(each -> each.track().id())
                .toList();
    }

    private boolean fits(TrackDetails details, TrackFilter filter) {
        var track = details.track();
        boolean missing = details.files().stream().allMatch(file -> file.missingSince() != null);
        var said = track.annotation();
        Set<String> genres = new HashSet<>();
        track.genres().forEach(genre -> genres.add(TextFolding.key(genre)));
        Integer year = year(track);
        return missing == filter.missing()
                && (filter.album() == null
                        || track.album() != null && track.album().id().equals(filter.album()))
                && (filter.artist() == null
                        || details.artists().stream()
                                .anyMatch(credit -> credit.artist().equals(filter.artist())))
                && (filter.genre() == null || genres.contains(TextFolding.key(filter.genre())))
                && (filter.years() == null
                        || year != null
                                && within(
                                        year,
                                        filter.years().from(),
                                        filter.years().to()))
                && (filter.file().equals(TrackFilter.OfFile.ANY)
                        || details.files().stream().anyMatch(file -> fits(file, filter)))
                && (filter.said().minRating() == null
                        || said.rating() >= filter.said().minRating())
                && (filter.said().played() == null || filter.said().played() == (said.lastPlayed() != null))
                && (filter.said().favourite() == null || filter.said().favourite() == said.favourite());
    }

    private static boolean within(int year, Integer from, Integer to) {
        return (from == null || year >= from) && (to == null || year <= to);
    }

    private boolean fits(TrackFile file, TrackFilter filter) {
        var asked = filter.file();
        if (file.missingSince() != null && !filter.missing()) {
            return false;
        }
        if (asked.folder() != null) {
            var folder = lib.engine.folder(asked.folder()).join();
            boolean below = folder.path().isEmpty() || file.path().startsWith(folder.path() + "/");
            if (!below || !file.file().source().id().equals(folder.source())) {
                return false;
            }
        }
        return (asked.source() == null || file.file().source().id().equals(asked.source()))
                && (asked.format() == null
                        || asked.format().equalsIgnoreCase(file.properties().codec()));
    }

    private static Integer year(Track track) {
        return track.date() == null ? null : Integer.valueOf(track.date());
    }

    private static String sort(String text) {
        return text == null ? "" : TextFolding.sortKey(text);
    }

    private static long place(Track track) {
        Integer number = track.position().track();
        return 100_000L + (number == null ? 99_999 : number);
    }

    private static String albumSort(Track track) {
        return track.album() == null ? "" : sort(track.album().title());
    }

    private static long albumId(Track track) {
        return track.album() == null ? 0 : track.album().id().value();
    }

    private static Comparator<TrackDetails> comparator(TrackOrder order) {
        Comparator<Track> byAlbum = Comparator.comparing(Shelf::albumSort)
                .thenComparing(Shelf::albumId)
                .thenComparing(Shelf::place);
        Comparator<Track> sorted =
                switch (order.sort()) {
                    case TITLE -> Comparator.comparing(track -> sort(track.title()));
                    case ARTIST ->
                        Comparator.comparing((Track track) -> sort(track.artist()))
                                .thenComparing(byAlbum);
                    case ALBUM -> byAlbum;
                    case YEAR -> Comparator.comparing(track -> year(track) == null ? 0 : year(track));
                    case ADDED -> Comparator.comparing(Track::id);
                    case PLAYED -> Comparator.comparing(track -> played(track));
                    case RATING ->
                        Comparator.comparing(track -> track.annotation().rating());
                    case DURATION ->
                        Comparator.comparing(track -> track.duration() == null ? Duration.ZERO : track.duration());
                    case RANDOM -> throw new IllegalArgumentException();
                };
        var full = sorted.thenComparing(Track::id);
        Comparator<Track> directed = order.descending() ? full.reversed() : full;
        return Comparator.comparing(
                TrackDetails::track,
                Comparator.comparing((Track track) -> lacks(track, order)).thenComparing(directed));
    }

    private static Instant played(Track track) {
        var last = track.annotation().lastPlayed();
        return last == null ? Instant.MIN : last;
    }

    private static boolean lacks(Track track, TrackOrder order) {
        return switch (order.sort()) {
            case TITLE, ADDED, RANDOM -> false;
            case ARTIST -> track.artist() == null;
            case ALBUM -> track.album() == null;
            case YEAR -> year(track) == null;
            case PLAYED -> track.annotation().lastPlayed() == null;
            case RATING -> track.annotation().rating() == 0;
            case DURATION -> track.duration() == null;
        };
    }
}
