package org.musicplatform.decoders.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.playback.spi.AudioDecoder;

/** All that a decoder gives, and what the ffmpeg command hears. */
final class Sounds {

    static final Path COMMAND = Path.of("/usr/bin/ffmpeg");

    private Sounds() {}

    /** A factory that unpacks its libraries where the build puts what can be thrown away. */
    static FfmpegDecoderFactory factory() {
        return new FfmpegDecoderFactory(
                new NativeCache(Path.of("target", "native").toAbsolutePath())::use);
    }

    /** Decodes until there are enough frames or the end has come. */
    static float[] of(AudioDecoder decoder, long enough) throws IOException {
        int channels = decoder.format().channels();
        float[] sound = new float[1 << 16];
        int samples = 0;
        while (samples < enough * channels) {
            if (sound.length - samples < channels) {
                sound = Arrays.copyOf(sound, 2 * sound.length);
            }
            int room = (int) Math.min((sound.length - samples) / channels, enough - samples / channels);
            int decoded = decoder.decode(sound, samples, room);
            if (decoded < 0) {
                break;
            }
            samples += decoded * channels;
        }
        return Arrays.copyOf(sound, samples);
    }

    /** What the command decodes of the best sound of a file; empty when it decodes nothing. */
    static float[] heard(Path file, Path folder) throws IOException, InterruptedException {
        Path raw = folder.resolve("heard.raw");
        Files.deleteIfExists(raw);
        run(folder, "-i", file.toString(), "-vn", "-f", "f32le", raw.toString());
        if (!Files.exists(raw)) {
            return new float[0];
        }
        var floats = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] sound = new float[floats.remaining()];
        floats.get(sound);
        return sound;
    }

    static void run(Path folder, String... arguments) throws IOException, InterruptedException {
        var line = new java.util.ArrayList<>(Arrays.asList(COMMAND.toString(), "-v", "error", "-nostdin", "-y"));
        line.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("words.txt").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("ffmpeg does not end: " + line);
        }
    }
}
