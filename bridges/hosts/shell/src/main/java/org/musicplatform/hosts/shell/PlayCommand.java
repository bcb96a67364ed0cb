package org.musicplatform.hosts.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.musicplatform.core.api.Ids;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.playback.QueueItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code play ID…} or {@code play TEXT…}. */
@Command(
        name = "play",
        description = {
            "Play tracks, albums, artists by id, or what a text finds, in a row.",
            "Keys: space pauses, n next, p previous, left and right seek, + and - volume, q stops."
        })
final class PlayCommand extends org.musicplatform.hosts.shell.Command {

    private static final int MOST = 1_000;

    @Parameters(paramLabel = "ID or TEXT", arity = "1..*", description = "t42, al7, ar3; or any text.")
    private List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUTPUT",
            description = "Where it sounds: javasound, null, file:OUT.wav (the best there is).")
    private String output = "";

    @Option(
            names = "--volume",
            paramLabel = "PERCENT",
            description = "How loud, 0 to 100 (100).",
            converter = Volume.Converter.class)
    private Volume volume = Volume.FULL;

    PlayCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var tracks = tracks();
        var request = request();
        endOthers(request);
        var player = await(core().playback().open(request));
        boolean left = false;
        try {
            await(player.queue().add(tracks));
            player.setVolume(volume.factor());
            await(player.play());
            if (session().background()) {
                player.completion().thenRun(player::close);
                left = true;
                return begun(player);
            }
            return tell(watch(player));
        } finally {
            if (!left) {
                player.close();
            }
        }
    }

    private int begun(Player player) {
        int count = player.queue().items().size();
        if (!quiet()) {
            session()
                    .out()
                    .println("Playing " + (count == 1 ? "1 track" : count + " tracks")
                            + ". pause, resume, next, previous, seek, volume, stop and playing act on it.");
        }
        return CommandLines.DONE;
    }

    /** A device plays one thing at a time. */
    private void endOthers(OutputRequest request) {
        for (Player other : core().playback().players()) {
            boolean file = other.status().output().id().equals("file");
            if (!file && !request.output().equals("file")) {
                other.close();
            }
        }
    }

    private OutputRequest request() {
        var request = OutputRequest.parse(output);
        return request.output().equals("file") && !request.target().isEmpty()
                ? new OutputRequest(
                        "file", session().directory().resolve(request.target()).toString())
                : request;
    }

    private List<TrackId> tracks() throws Exception {
        var tracks = new ArrayList<TrackId>();
        if (words.stream().allMatch(PlayCommand::isId)) {
            for (String id : words) {
                tracks.addAll(named(id));
            }
        } else {
            var found = await(core().library().search(String.join(" ", words), new SearchLimits(MOST, 1, 1)));
            found.tracks().forEach(track -> tracks.add(track.id()));
        }
        if (tracks.isEmpty()) {
            throw new CommandFailedException(
                    "nothing-found", "Nothing found for " + Text.fit(String.join(" ", words), 60) + ".");
        }
        return tracks;
    }

    private static boolean isId(String word) {
        return Ids.isId(TrackId.PREFIX, word)
                || Ids.isId(AlbumId.PREFIX, word)
                || Ids.isId(ArtistId.PREFIX, word)
                || PlaylistCommands.isId(word);
    }

    private List<TrackId> named(String id) throws Exception {
        if (Ids.isId(TrackId.PREFIX, id)) {
            return List.of(TrackId.parse(id));
        }
        if (Ids.isId(AlbumId.PREFIX, id)) {
            var album = await(core().library().album(AlbumId.parse(id)));
            return all(TrackFilter.ALL.withAlbum(album.id()));
        }
        if (PlaylistCommands.isId(id)) {
            return PlaylistCommands.tracks(core(), id);
        }
        var artist = await(core().library().artist(ArtistId.parse(id)));
        return all(TrackFilter.ALL.withArtist(artist.id()));
    }

    private List<TrackId> all(TrackFilter filter) throws Exception {
        var page = await(core().library().tracks(filter, PageRequest.first(MOST)));
        return page.items().stream().map(Track::id).toList();
    }

    private PlaybackReport watch(Player player) throws Exception {
        boolean shown = session().terminal() && !quiet() && !json();
        if (!shown) {
            return follow(player, player.completion());
        }
        session().interactiveStart().run();
        try (var keys = PlayKeys.open(player)) {
            return keys.until(player.completion(), session().err());
        }
    }

    /** Without a terminal: tells each item as it begins. */
    private PlaybackReport follow(Player player, CompletableFuture<PlaybackReport> end) throws Exception {
        QueueItem told = null;
        while (true) {
            try {
                return end.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillPlaying) {
                var item = player.status().item();
                if (!quiet() && !json() && item != null && !item.equals(told)) {
                    session().err().println(PlayLine.title(item));
                    told = item;
                }
            }
        }
    }

    private int tell(PlaybackReport report) {
        if (json()) {
            Json.print(session().out(), json -> json.played(report));
        } else if (!quiet()) {
            session().out().println(report.played() == 1 ? "1 track played." : report.played() + " tracks played.");
        }
        var err = session().err();
        report.notices().forEach(notice -> err.println("music: " + Text.line(notice)));
        report.failures()
                .forEach(f -> err.println("music: " + Text.line(f.item().title()) + ": " + Text.line(f.reason())));
        if (report.end() == PlayerState.FAILED) {
            if (report.failures().isEmpty()) {
                err.println("music: " + Text.line(report.reason()));
            }
            return CommandLines.FAILED;
        }
        boolean nothing = report.played() == 0 && !report.failures().isEmpty();
        return nothing ? CommandLines.FAILED : CommandLines.DONE;
    }
}
