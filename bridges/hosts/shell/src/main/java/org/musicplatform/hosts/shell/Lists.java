package org.musicplatform.hosts.shell;

import java.io.PrintStream;
import java.util.List;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.Track;

/** Tracks, albums, artists and playlists as tables for people. */
final class Lists {

    private Lists() {}

    static void tracks(PrintStream out, List<Track> tracks) {
        var table = new Table();
        tracks.forEach(t -> table.row(
                t.id(),
                t.title(),
                t.artist(),
                t.album() == null ? null : t.album().title(),
                t.date() == null
                        ? null
                        : t.date().substring(0, Math.min(4, t.date().length())),
                Text.duration(t.duration())));
        table.print(out);
    }

    static void albums(PrintStream out, List<Album> albums) {
        var table = new Table();
        albums.forEach(a -> table.row(
                a.id(), a.title(), a.artist(), a.year(), plural(a.tracks(), "track"), Text.duration(a.duration())));
        table.print(out);
    }

    static void artists(PrintStream out, List<Artist> artists) {
        var table = new Table();
        artists.forEach(a -> table.row(a.id(), a.name(), plural(a.tracks(), "track"), plural(a.albums(), "album")));
        table.print(out);
    }

    static void playlists(PrintStream out, List<Playlist> playlists) {
        var table = new Table();
        playlists.forEach(each -> table.row(
                each.id(),
                each.name(),
                plural(each.entries(), "entry", "entries"),
                Text.duration(each.duration()),
                each.isSmart() ? "smart" : each.waiting() > 0 ? each.waiting() + " not there" : ""));
        table.print(out);
    }

    static String plural(long count, String what) {
        return plural(count, what, what + "s");
    }

    static String plural(long count, String one, String several) {
        return String.format("%,d %s", count, count == 1 ? one : several);
    }
}
