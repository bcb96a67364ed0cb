package org.musicplatform.hosts.shell;

import java.util.Locale;
import org.musicplatform.core.api.Ids;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code show ID}. */
@Command(name = "show", description = "Tell all that is known of a track (t42), an album (al7) or an artist (ar3).")
final class ShowCommand extends org.musicplatform.hosts.shell.Command {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "An id, as lists and search print it.")
    private String id;

    ShowCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        if (Ids.isId(TrackId.PREFIX, id)) {
            track(TrackId.parse(id));
        } else if (Ids.isId(AlbumId.PREFIX, id)) {
            album(AlbumId.parse(id));
        } else if (Ids.isId(ArtistId.PREFIX, id)) {
            artist(ArtistId.parse(id));
        } else {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + id + "' is not an id: they look like t42, al7 or ar3. To look for a text: music search "
                            + id);
        }
        return CommandLines.DONE;
    }

    private void track(TrackId track) throws Exception {
        var details = await(core().library().track(track));
        if (json()) {
            Json.print(session().out(), json -> json.details(details));
        } else {
            print(details);
        }
    }

    private void print(TrackDetails details) {
        var out = session().out();
        var track = details.track();
        out.println(track.id() + "  " + Text.line(track.title()));
        var table = new Table();
        details.artists().forEach(c -> table.row("  " + c.role(), c.name(), c.artist()));
        if (track.album() != null) {
            table.row("  album", track.album().title(), track.album().id());
        }
        table.row("  length", Text.duration(track.duration()), "");
        table.row("  added", details.added(), "");
        var said = track.annotation();
        if (said.rating() > 0) {
            table.row("  rating", Text.stars(said.rating()), "");
        }
        if (said.plays() > 0) {
            table.row("  played", Lists.plural(said.plays(), "time"), "last " + said.lastPlayed());
        }
        if (said.favourite()) {
            table.row("  favourite", "yes", "");
        }
        if (details.lyrics() != null) {
            var lyrics = details.lyrics();
            String lines = Lists.plural(lyrics.lines().size(), "line") + (lyrics.synced() ? " with times" : "");
            table.row("  lyrics", lines, lyrics.origin());
        }
        for (StoredArtwork picture : details.artwork()) {
            String size = known(picture.width()) + " x " + known(picture.height());
            table.row(
                    "  " + lower(picture.use().kind()),
                    picture.mediaType() + ", " + size,
                    picture.use().origin());
        }
        table.print(out);
        out.println("Fields");
        var fields = new Table();
        details.fields()
                .forEach(f -> fields.row(
                        "  " + lower(f.field()), String.join("; ", f.values()), lower(f.origin()) + ": " + f.detail()));
        fields.print(out);
        out.println("Files");
        details.files().forEach(this::print);
    }

    private void print(TrackFile file) {
        var out = session().out();
        var p = file.properties();
        out.println("  " + file.id() + "  " + lower(file.state()) + "  "
                + Text.line(file.file().source().location() + "/" + file.path()));
        out.println(
                "      " + known(p.codec()) + " in " + known(p.container()) + ", " + known(p.bitrate()) + " kbit/s, "
                        + known(p.sampleRate()) + " Hz, " + channels(p.channels()) + ", "
                        + String.format("%,d bytes", file.file().version().size()));
        if (file.clip() != null) {
            out.println("      from " + Text.duration(file.clip().start()) + " to "
                    + (file.clip().end() == null
                            ? "the end"
                            : Text.duration(file.clip().end())));
        }
        for (var beside : file.companions()) {
            out.println("      " + lower(beside.kind()) + " beside it: " + Text.line(beside.path()));
        }
        if (!file.reason().isEmpty()) {
            out.println("      " + Text.line(file.reason()));
        }
    }

    private static String channels(Integer count) {
        if (count == null) {
            return "? channels";
        }
        return count == 1 ? "mono" : count == 2 ? "stereo" : count + " channels";
    }

    private static String known(Object value) {
        return value == null ? "?" : value.toString();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void album(AlbumId id) throws Exception {
        var album = await(core().library().album(id));
        var tracks =
                await(core().library().tracks(TrackFilter.ALL.withAlbum(id), PageRequest.first(PageRequest.MAX_LIMIT)));
        if (json()) {
            Json.print(session().out(), json -> {
                json.album(album);
                json.tracksOf(tracks);
            });
            return;
        }
        var out = session().out();
        Lists.albums(out, java.util.List.of(album));
        out.println("  grouped by: " + Text.line(album.reason()));
        Lists.tracks(out, tracks.items());
    }

    private void artist(ArtistId id) throws Exception {
        var artist = await(core().library().artist(id));
        var albums = await(
                core().library().albums(AlbumFilter.ALL.withArtist(id), PageRequest.first(PageRequest.MAX_LIMIT)));
        var tracks = await(core().library().tracks(TrackFilter.ALL.withArtist(id), PageRequest.FIRST));
        if (json()) {
            Json.print(session().out(), json -> {
                json.artist(artist);
                json.albumsOf(albums);
                json.tracksOf(tracks);
            });
            return;
        }
        var out = session().out();
        Lists.artists(out, java.util.List.of(artist));
        Lists.albums(out, albums.items());
        Lists.tracks(out, tracks.items());
    }
}
