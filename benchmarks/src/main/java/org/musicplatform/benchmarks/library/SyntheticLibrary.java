package org.musicplatform.benchmarks.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * A collection of so many tracks that a seed alone decides. Artists are numbered by popularity; any album is made from
 * its number, so that the whole never lies in memory.
 */
final class SyntheticLibrary {

    /** How many sources it lies on. */
    static final int SOURCES = 3;

    /** The source that is a drive of the cloud: ids that tell nothing, hashes, folders by genre. */
    static final int DRIVE = 1;

    private static final double STEEPNESS = 1.45;
    private static final int MOST_ALBUMS = 60;
    private static final double OF_ARTISTS = 0.92;
    private static final double GUESTS_FOR_EACH_ARTIST = 1.1;
    private static final int LAST_ADDED = 1_760_000_000;
    private static final int FIRST_ADDED = 1_200_000_000;
    private static final String COMPILATIONS = "Compilations";
    private static final SyntheticArtist VARIOUS =
            new SyntheticArtist(-1, SyntheticAlbum.VARIOUS, Style.ENGLISH, List.of());
    private static final int NAME = 1;
    private static final int COUNT = 2;
    private static final int ALBUM = 3;
    private static final int TRACK = 4;
    private static final int COMPILATION = 5;
    private static final int ALBUM_BITS = 10; // below them the number of a track has its place on the album

    private final long seed;
    private final int tracks;
    private final int artists;
    private final int compilations;
    private final int lastCompilation;
    private final ThreadLocal<List<SyntheticTrack>> lastAlbum = new ThreadLocal<>();

    SyntheticLibrary(long seed, int tracks) {
        this.seed = seed;
        this.tracks = tracks;
        int artist = 0;
        int made = 0;
        while (made < tracks * OF_ARTISTS) {
            for (int i = albumsOf(artist) - 1; i >= 0; i--) {
                made += discs(artist, i).stream().mapToInt(Integer::intValue).sum();
            }
            artist++;
        }
        this.artists = artist;
        int compilation = 0;
        int size = 0;
        while (made < tracks) {
            size = Math.min(compilationSize(compilation++), tracks - made);
            made += size;
        }
        if (made > tracks) {
            throw new IllegalArgumentException("a library has 10,000 tracks or more: " + tracks);
        }
        this.compilations = compilation;
        this.lastCompilation = size;
    }

    long seed() {
        return seed;
    }

    int tracks() {
        return tracks;
    }

    private Dice dice(long... place) {
        return Dice.at(seed, place);
    }

    private int albumsOf(int artist) {
        return dice(COUNT, artist).tail(STEEPNESS, MOST_ALBUMS);
    }

    private int compilationSize(int compilation) {
        return dice(COUNT, COMPILATION, compilation).between(14, 24);
    }

    private List<Integer> discs(int artist, int album) {
        var dice = dice(COUNT, ALBUM, artist, album);
        int percent = dice.below(100);
        if (percent < 12) {
            return List.of(dice.between(1, 5));
        } else if (percent < 94) {
            return List.of(dice.between(8, 15));
        }
        var discs = new ArrayList<Integer>();
        for (int more = 2 + dice.below(10) / 8; more > 0; more--) {
            discs.add(dice.between(9, 15));
        }
        return discs;
    }

    private SyntheticArtist artist(int index) {
        var dice = dice(NAME, index);
        var style = Style.of(dice);
        var genres = new ArrayList<String>();
        genres.add(style == Style.CLASSICAL ? "Classical" : dice.popular(Words.list("genre")));
        while (genres.size() < 3 && dice.chance(40)) {
            String more = dice.popular(Words.list("genre"));
            if (!genres.contains(more)) {
                genres.add(more);
            }
        }
        return new SyntheticArtist(index, Names.artist(dice, style, index), style, genres);
    }

    private int sourceOf(long album) {
        int percent = dice(ALBUM, album).below(100);
        return percent < 80 ? 0 : percent < 95 ? DRIVE : 2;
    }

    private static long number(int artist, int album) {
        return artist * 100L + album;
    }

    private static long compilationNumber(int compilation) {
        return -1L - compilation;
    }

    private SyntheticAlbum album(SyntheticArtist artist, int album) {
        long number = number(artist.index(), album);
        var dice = dice(ALBUM, number, 1);
        boolean live = dice.chance(5);
        boolean remastered = !live && dice.chance(8);
        String title = artist.style() == Style.CLASSICAL
                ? dice.popular(Words.list("composer")) + ": " + Names.work(dice)
                : Names.title(dice, artist.style());
        if (live) {
            title = Names.live(dice, title);
        }
        int year = year(dice);
        String suffix = remastered ? " (Remastered " + dice.between(Math.max(year, 1995), 2024) + ")" : "";
        var genres = artist.genres().subList(0, dice.between(1, artist.genres().size()));
        var edition = new SyntheticAlbum.Edition(year, date(dice, year), genres, suffix, live, dice.chance(30));
        return new SyntheticAlbum(
                number, artist, title + suffix, edition, place(number, artist, dice), discs(artist.index(), album));
    }

    private SyntheticAlbum compilation(int index) {
        var dice = dice(ALBUM, compilationNumber(index), 1);
        int size = index == compilations - 1 ? lastCompilation : compilationSize(index);
        String title = Names.compilation(dice, index);
        int year = year(dice);
        var genres = List.of(dice.popular(Words.list("genre")));
        var edition = new SyntheticAlbum.Edition(year, date(dice, year), genres, "", false, dice.chance(30));
        long number = compilationNumber(index);
        return new SyntheticAlbum(number, VARIOUS, title, edition, place(number, VARIOUS, dice), List.of(size));
    }

    private static int year(Dice dice) {
        return 2024 - dice.popular(75);
    }

    private static String date(Dice dice, int year) {
        return dice.chance(60)
                ? String.valueOf(year)
                : year + "-" + two(dice.between(1, 12)) + "-" + two(dice.between(1, 28));
    }

    private SyntheticAlbum.Place place(long number, SyntheticArtist artist, Dice dice) {
        int source = sourceOf(number);
        var format = Format.of(dice);
        return new SyntheticAlbum.Place(
                source, top(artist, source), format, format.bitrate(dice), dice.between(FIRST_ADDED, LAST_ADDED));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String top(SyntheticArtist artist, int source) {
        if (artist.index() < 0) {
            return COMPILATIONS;
        } else if (source == DRIVE) {
            return artist.genres().get(0).replace('/', '_');
        }
        char first = Character.toUpperCase(artist.name().charAt(0));
        return first >= 'A' && first <= 'Z' ? String.valueOf(first) : "0-9 & more";
    }

    /** Returns the tracks of an album in their order, its folder given. */
    private List<SyntheticTrack> tracks(SyntheticAlbum album, String folder) {
        var all = new ArrayList<SyntheticTrack>();
        var dice = dice(TRACK, album.number());
        boolean discFolders = dice.chance(50);
        boolean classical = album.artist().style() == Style.CLASSICAL;
        String work = Names.work(dice);
        int movement = 0;
        for (int disc = 1; disc <= album.discs().size(); disc++) {
            String discFolder = album.discs().size() > 1 && discFolders ? folder + "/CD" + disc : folder;
            for (int track = 1; track <= album.discs().get(disc - 1); track++) {
                if (classical && movement > 2 && dice.chance(45)) {
                    work = Names.work(dice);
                    movement = 0;
                }
                var performer = album.isCompilation() ? performer(dice) : album.artist();
                String title = classical
                        ? Names.movement(dice, work, movement++)
                        : Names.title(dice, performer.style())
                                + (dice.chance(60) ? album.edition().suffix() : "");
                if (album.edition().live() && dice.chance(50)) {
                    title += " (Live)";
                }
                var artists = new ArrayList<>(List.of(performer.name()));
                String display = performer.name();
                if (!classical && dice.chance(6)) {
                    String guest = performer(dice).name();
                    String with = dice.popular(Words.list("guest")) + " " + guest;
                    if (dice.chance(50)) {
                        title += " (" + with + ")";
                    } else {
                        display += " " + with;
                        artists.add(guest);
                    }
                }
                long number = (album.number() << ALBUM_BITS) + all.size() + 1;
                long millis = classical ? dice.between(90_000, 900_000) : dice.between(120_000, 380_000);
                all.add(new SyntheticTrack(
                        seed ^ number,
                        album,
                        new SyntheticTrack.Position(disc, track),
                        title,
                        artists,
                        display,
                        millis,
                        discFolder));
            }
        }
        return all;
    }

    /** Draws somebody for one track: a known artist by popularity, or one that has no album. */
    private SyntheticArtist performer(Dice dice) {
        int guests = (int) (artists * GUESTS_FOR_EACH_ARTIST);
        return artist(dice.chance(60) ? dice.popular(artists) : artists + dice.below(Math.max(1, guests)));
    }

    /** Draws a track by popularity. Its folder is not told: that depends on the others of the same name. */
    SyntheticTrack popular(Dice dice) {
        SyntheticAlbum album;
        if (dice.chance(8)) {
            album = compilation(dice.popular(compilations));
        } else {
            int index = dice.popular(artists);
            album = album(artist(index), dice.popular(albumsOf(index)));
        }
        var all = tracks(album, "");
        return all.get(dice.popular(all.size()));
    }

    /**
     * Returns the track of a number. Its folder is not told, nor is anything of an album kept: of neighbours the album is
     * made once only where they come one after the other.
     */
    SyntheticTrack numbered(long trackNumber) {
        long place = trackNumber ^ seed;
        long number = place >> ALBUM_BITS;
        var made = lastAlbum.get();
        if (made == null || made.get(0).album().number() != number) {
            var album = number < 0
                    ? compilation((int) (-1L - number))
                    : album(artist((int) (number / 100)), (int) (number % 100));
            made = tracks(album, "");
            lastAlbum.set(made);
        }
        return made.get((int) (place & (1 << ALBUM_BITS) - 1) - 1);
    }

    /** Walks through the tracks of a source as a listing does: folder by folder, each by name. */
    Iterator<SyntheticTrack> walk(int source) {
        return new Walk(source);
    }

    /** A folder of the second level: an artist, or all compilations. */
    private record Shelf(String top, String name, int artist) {}

    private final class Walk implements Iterator<SyntheticTrack> {

        private final int source;
        private final Iterator<Shelf> shelves;
        private Iterator<Named> albums = Collections.emptyIterator();
        private Iterator<SyntheticTrack> rest = Collections.emptyIterator();

        /** An album and its folder. */
        private record Named(SyntheticAlbum album, String folder) {}

        Walk(int source) {
            this.source = source;
            this.shelves = shelves().iterator();
        }

        private List<Shelf> shelves() {
            var all = new Shelf[artists + 1];
            all[artists] = new Shelf(top(VARIOUS, source), VARIOUS.name(), -1);
            for (int i = 0; i < artists; i++) {
                var artist = artist(i);
                all[i] = new Shelf(top(artist, source).intern(), artist.name().replace('/', '_'), i);
            }
            Arrays.sort(
                    all,
                    Comparator.comparing(Shelf::top).thenComparing(Shelf::name).thenComparing(Shelf::artist));
            return Arrays.asList(all);
        }

        @Override
        public boolean hasNext() {
            while (!rest.hasNext()) {
                if (albums.hasNext()) {
                    var next = albums.next();
                    rest = tracks(next.album(), next.folder()).iterator();
                } else if (shelves.hasNext()) {
                    albums = albums(shelves.next());
                } else {
                    return false;
                }
            }
            return true;
        }

        @Override
        public SyntheticTrack next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rest.next();
        }

        private String before = "";
        private int namesakes;

        /** Namesakes get folders of their own, as people do by hand. */
        private Iterator<Named> albums(Shelf shelf) {
            String path = shelf.top() + "/" + shelf.name();
            namesakes = path.equals(before) ? namesakes + 1 : 0;
            before = path;
            String folder = namesakes == 0 ? path : path + " (" + (namesakes + 1) + ")";
            var sorted = new TreeMap<String, SyntheticAlbum>();
            int count = shelf.artist() < 0 ? compilations : albumsOf(shelf.artist());
            SyntheticArtist artist = null;
            for (int i = 0; i < count; i++) {
                long number = shelf.artist() < 0 ? compilationNumber(i) : number(shelf.artist(), i);
                if (sourceOf(number) != source) {
                    continue;
                }
                if (shelf.artist() >= 0 && artist == null) {
                    artist = artist(shelf.artist());
                }
                var album = shelf.artist() < 0 ? compilation(i) : album(artist, i);
                String name = album.folderName();
                for (int copy = 2; sorted.containsKey(name); copy++) {
                    name = album.folderName() + " (" + copy + ")";
                }
                sorted.put(name, album);
            }
            return sorted.entrySet().stream()
                    .map(entry -> new Named(entry.getValue(), folder + "/" + entry.getKey()))
                    .iterator();
        }
    }
}
