package example;

import java.nio.file.Path;
import java.util.Set;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.embedded.EmbeddedConfig;
import org.musicplatform.embedded.EmbeddedCore;

/** The same as with the façade, from the services of the modules: {@code core.service} is not even installed. */
public final class HostDirect {

    private HostDirect() {}

    /** Takes a home, a folder of music, a text to search, and a file to write. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: HostDirect HOME FOLDER TEXT OUT.wav");
            System.exit(2);
        }
        var config = EmbeddedConfig.at(Path.of(arguments[0])).without("org.musicplatform.core.service");
        try (var embedded = EmbeddedCore.start(config)) {
            embedded.service(SourceService.class).add("local", arguments[1]).get();
            var job = embedded.service(SyncService.class).start(Set.of(), SyncOptions.DEFAULT).get();
            System.out.println("files: " + job.completion().get().status().counts().files());

            var library = embedded.service(LibraryService.class);
            var found = library.search(arguments[2], SearchLimits.DEFAULT).get().tracks();
            found.forEach(track -> System.out.println(track.id() + " " + track.title()));

            var playback = embedded.service(PlaybackService.class);
            try (var player = playback.open(new OutputRequest("file", arguments[3])).get()) {
                player.queue().add(found.stream().map(Track::id).toList()).get();
                player.play().get();
                System.out.println("played: " + player.completion().get().played());
            }
        }
    }
}
