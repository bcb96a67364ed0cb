package org.musicplatform.hosts.shell;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.musicplatform.core.api.playback.Player;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The commands that act on what is playing, in this process or in the one that owns the home. */
final class TransportCommands {

    private TransportCommands() {}

    /** Acts on the player opened last, then tells what it does. */
    abstract static class OnPlayer extends org.musicplatform.hosts.shell.Command {

        OnPlayer(Root root) {
            super(root);
        }

        @Override
        final int execute() throws Exception {
            var players = core().playback().players();
            if (players.isEmpty()) {
                throw new CommandFailedException("nothing-playing", "Nothing is playing. To play: music play TEXT");
            }
            var player = players.get(0);
            act(player);
            var status = player.status();
            if (json()) {
                Json.print(session().out(), json -> json.player(status));
            } else if (!quiet()) {
                session().out().println(PlayLine.of(status));
            }
            return CommandLines.DONE;
        }

        abstract void act(Player player) throws Exception;
    }

    /** {@code pause}. */
    @Command(name = "pause", description = "Hold what is playing.")
    static final class Pause extends OnPlayer {
        Pause(Root root) {
            super(root);
        }

        @Override
        void act(Player player) throws Exception {
            await(player.pause());
        }
    }

    /** {@code resume}. */
    @Command(name = "resume", description = "Go on after a pause.")
    static final class Resume extends OnPlayer {
        Resume(Root root) {
            super(root);
        }

        @Override
        void act(Player player) throws Exception {
            await(player.play());
        }
    }

    /** {@code next}. */
    @Command(name = "next", description = "Go to the next track.")
    static final class Next extends OnPlayer {
        Next(Root root) {
            super(root);
        }

        @Override
        void act(Player player) throws Exception {
            await(player.next());
        }
    }

    /** {@code previous}. */
    @Command(name = "previous", description = "Go back to the beginning of the track, or to the one before.")
    static final class Previous extends OnPlayer {
        Previous(Root root) {
            super(root);
        }

        @Override
        void act(Player player) throws Exception {
            await(player.previous());
        }
    }

    /** {@code stop}. */
    @Command(name = "stop", description = "End playing.")
    static final class Stop extends OnPlayer {
        Stop(Root root) {
            super(root);
        }

        @Override
        void act(Player player) throws Exception {
            await(player.stop());
        }
    }

    /** {@code playing}. */
    @Command(name = "playing", description = "Tell what is playing.")
    static final class Playing extends OnPlayer {
        Playing(Root root) {
            super(root);
        }

        @Override
        void act(Player player) {
            // telling is all
        }
    }

    /** {@code volume PERCENT}. */
    @Command(name = "volume", description = "Set how loud it is.")
    static final class SetVolume extends OnPlayer {

        @Parameters(paramLabel = "PERCENT", description = "0 to 100.", converter = Volume.Converter.class)
        private Volume volume;

        SetVolume(Root root) {
            super(root);
        }

        @Override
        void act(Player player) {
            player.setVolume(volume.factor());
        }
    }

    /** {@code seek POSITION}. */
    @Command(name = "seek", description = "Go to a position in the track.")
    static final class Seek extends OnPlayer {

        @Parameters(
                paramLabel = "POSITION",
                description = "1:23 or 83 from the beginning, +10 or -10 from here.",
                converter = Position.Converter.class)
        private Position position;

        Seek(Root root) {
            super(root);
        }

        @Override
        void act(Player player) throws Exception {
            var to = position.from(player.status().position());
            await(player.seek(to.isNegative() ? Duration.ZERO : to));
        }
    }

    /**
     * A place in a track.
     *
     * @param time how far
     * @param relative whether from where it is
     */
    record Position(Duration time, boolean relative) {

        private static final Pattern FORM =
                Pattern.compile("([+-]?)(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,6})(\\.\\d{1,3})?");

        Duration from(Duration here) {
            return relative ? here.plus(time) : time;
        }

        static Position parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is no position: 1:23, 83, +10 or -10.");
            }
            var time = Duration.ofHours(number(form.group(2)))
                    .plusMinutes(number(form.group(3)))
                    .plusSeconds(number(form.group(4)))
                    .plusMillis(form.group(5) == null ? 0 : Math.round(Double.parseDouble(form.group(5)) * 1000));
            return new Position(
                    form.group(1).equals("-") ? time.negated() : time,
                    !form.group(1).isEmpty());
        }

        private static long number(String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }

        /** For the command line. */
        static final class Converter implements ITypeConverter<Position> {
            @Override
            public Position convert(String text) {
                return parse(text);
            }
        }
    }
}
