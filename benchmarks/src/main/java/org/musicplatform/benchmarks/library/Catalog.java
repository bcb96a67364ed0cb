package org.musicplatform.benchmarks.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.source.SourceId;

/** Draws things of a library, by popularity or each as often as the others. */
final class Catalog {

    private final LibraryService library;
    private final SyntheticLibrary music;
    private final Dice dice;
    private final Map<String, ArtistId> artists = new HashMap<>();
    private final Map<String, AlbumId> albums = new HashMap<>();
    private final List<ArtistId> allArtists;
    private final List<AlbumId> allAlbums;

    Catalog(LibraryService library, SyntheticLibrary music, Dice dice) {
        this.library = library;
        this.music = music;
        this.dice = dice;
        PageRequest at = PageRequest.first(PageRequest.MAX_LIMIT);
        while (at != null) {
            Page<Artist> page = library.artists(at).join();
            page.items().forEach(artist -> artists.put(artist.name(), artist.id()));
            at = after(page);
        }
        at = PageRequest.first(PageRequest.MAX_LIMIT);
        while (at != null) {
            Page<Album> page = library.albums(AlbumFilter.ALL, at).join();
            page.items().forEach(album -> albums.put(key(album.title(), album.artist()), album.id()));
            at = after(page);
        }
        this.allArtists = sorted(artists);
        this.allAlbums = sorted(albums);
    }

    /** Returns what to ask for behind a page, null at the end. */
    static PageRequest after(Page<?> page) {
        return page.next() == null ? null : new PageRequest(PageRequest.MAX_LIMIT, page.next());
    }

    private static <T extends Comparable<T>> List<T> sorted(Map<String, T> ids) {
        return ids.values().stream().sorted().toList();
    }

    private static String key(String title, String artist) {
        return title + "\n" + artist;
    }

    Dice dice() {
        return dice;
    }

    SyntheticLibrary music() {
        return music;
    }

    ArtistId artist(boolean popular) {
        if (!popular) {
            return dice.any(allArtists);
        }
        ArtistId known = null;
        while (known == null) {
            known = artists.get(music.popular(dice).artists().get(0));
        }
        return known;
    }

    AlbumId album(boolean popular) {
        if (!popular) {
            return dice.any(allAlbums);
        }
        AlbumId known = null;
        while (known == null) {
            var album = music.popular(dice).album();
            known = albums.get(key(album.title(), album.artist().name()));
        }
        return known;
    }

    String genre(boolean popular) {
        return popular ? dice.any(music.popular(dice).album().edition().genres()) : dice.any(Words.list("genre"));
    }

    int year(boolean popular) {
        return popular ? music.popular(dice).album().edition().year() : dice.between(1950, 2024);
    }

    /** Draws the folder of a track, or one around it. */
    FolderId folder(boolean popular) {
        var file = details(popular).files().get(0);
        String folder = parent(file.path());
        for (int up = dice.below(3); up > 0 && folder.contains("/"); up--) {
            folder = parent(folder);
        }
        return library.folder(file.file().source().id(), folder).join().id();
    }

    SourceId source(boolean popular) {
        return details(popular).files().get(0).file().source().id();
    }

    String format(boolean popular) {
        return details(popular).files().get(0).properties().codec();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    TrackId track(boolean popular) {
        return details(popular).track().id();
    }

    /** Draws a track with all that is known of it. */
    TrackDetails details(boolean popular) {
        while (true) {
            TrackId id;
            if (popular) {
                var all = TrackLists.ofAlbum(library, album(true)).join().items();
                id = dice.any(all).id();
            } else {
                // ids of a new library count from 1
                id = new TrackId(1 + dice.below(music.tracks()));
            }
            try {
                return library.track(id).join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof LibraryException gone)
                        || !gone.code().equals("not-found")) {
                    throw e;
                }
            }
        }
    }
}
