package example;

import java.nio.file.Path;
import java.util.Set;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.embedded.EmbeddedConfig;
import org.musicplatform.embedded.EmbeddedCore;

/** Indexes a folder, searches it, and plays what is found to a file: a plain program with the core inside. */
public final class HostPlain {

    private HostPlain() {}

    /** Takes a home, a folder of music, a text to search, and a file to write. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: HostPlain HOME FOLDER TEXT OUT.wav");
            System.exit(2);
        }
        try (var embedded = EmbeddedCore.start(EmbeddedConfig.at(Path.of(arguments[0])))) {
            var core = embedded.core();

            core.sources().add("local", arguments[1]).get();
            var job = core.sync().start(Set.of(), SyncOptions.DEFAULT).get();
            System.out.println("files: " + job.completion().get().status().counts().files());

            var found = core.library().search(arguments[2], SearchLimits.DEFAULT).get().tracks();
            found.forEach(track -> System.out.println(track.id() + " " + track.title()));

            try (var player = core.playback().open(new OutputRequest("file", arguments[3])).get()) {
                player.queue().add(found.stream().map(Track::id).toList()).get();
                player.play().get();
                System.out.println("played: " + player.completion().get().played());
            }
        }
    }
}
