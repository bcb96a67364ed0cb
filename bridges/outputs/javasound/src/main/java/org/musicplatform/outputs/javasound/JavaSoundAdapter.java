package org.musicplatform.outputs.javasound;

import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;

/** Plays on the devices that the JDK finds. The target is a device's name, or empty for the default. */
public final class JavaSoundAdapter implements PlaybackAdapter {

    private static final Line.Info PLAYS = new Line.Info(SourceDataLine.class);

    /** Creates the adapter. */
    public JavaSoundAdapter() {}

    @Override
    public String unavailable() {
        return devices().isEmpty() ? "This machine has no sound device that Java finds." : "";
    }

    private static List<Mixer.Info> devices() {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(info -> AudioSystem.getMixer(info).isLineSupported(PLAYS))
                .toList();
    }

    @Override
    public AudioOutput open(String target) {
        var devices = devices();
        if (devices.isEmpty()) {
            throw new PlaybackException(PlaybackException.OUTPUT_UNAVAILABLE, unavailable());
        }
        if (target.isEmpty()) {
            return new LineOutput(null);
        }
        var named = devices.stream()
                .filter(info -> info.getName().equals(target))
                .findFirst()
                .orElseThrow(() -> new PlaybackException(
                        PlaybackException.OUTPUT_UNAVAILABLE,
                        "There is no sound device '" + target + "'. There are: "
                                + String.join(
                                        ", ",
                                        devices.stream()
                                                .map(Mixer.Info::getName)
                                                .toList())
                                + "."));
        return new LineOutput(named);
    }
}
