package org.musicplatform.decoders.pcm;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.musicplatform.decoders.pcm.Container.RATE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.testkit.playback.AudioSample;

/** A file of every encoding in every container. */
final class PcmSamples {

    private static final List<AudioSample> ALL = make();

    private PcmSamples() {}

    static List<AudioSample> all() {
        return ALL;
    }

    private static List<AudioSample> make() {
        var all = new ArrayList<AudioSample>();
        for (int bits : new int[] {8, 12, 16, 20, 24, 32}) {
            int bytesEach = (bits + 7) / 8;
            var little = Written.integers(bits, LITTLE_ENDIAN, bits == 8);
            var plain = Container.wave().format(1, 2, RATE, bytesEach, bits);
            all.add(sample(plain.chunk("data", little.bytes()), "int" + bits + ".wav", bits, false, little));
            var extensible = Container.wave().extensible(1, 2, bytesEach, bits);
            all.add(sample(
                    extensible.chunk("data", little.bytes()), "extensible" + bits + ".wav", bits, false, little));
            all.add(aiff("AIFF", "", bits, Written.integers(bits, BIG_ENDIAN, false)));
            all.add(aiff("AIFC", "NONE", bits, Written.integers(bits, BIG_ENDIAN, false)));
            all.add(aiff("AIFC", "twos", bits, Written.integers(bits, BIG_ENDIAN, false)));
            all.add(aiff("AIFC", "sowt", bits, Written.integers(bits, LITTLE_ENDIAN, false)));
        }
        all.add(wave(3, 4, 32, true, Written.floats(LITTLE_ENDIAN)));
        all.add(wave(3, 8, 64, true, Written.doubles(LITTLE_ENDIAN)));
        all.add(wave(6, 1, 16, false, Written.companded(Companding.A_LAW)));
        all.add(wave(7, 1, 16, false, Written.companded(Companding.MU_LAW)));
        all.add(longWave("RF64"));
        all.add(longWave("BW64"));
        all.add(aiff("AIFC", "raw ", 8, Written.integers(8, BIG_ENDIAN, true)));
        all.add(aiff("AIFC", "in24", 24, Written.integers(24, BIG_ENDIAN, false)));
        all.add(aiff("AIFC", "in32", 32, Written.integers(32, BIG_ENDIAN, false)));
        for (String kind : List.of("fl32", "FL32", "fl64", "FL64")) {
            var written = kind.endsWith("32") ? Written.floats(BIG_ENDIAN) : Written.doubles(BIG_ENDIAN);
            all.add(aiff("AIFC", kind, Integer.parseInt(kind.substring(2)), written));
        }
        all.add(aiff("AIFC", "alaw", 16, Written.companded(Companding.A_LAW)));
        all.add(aiff("AIFC", "ulaw", 16, Written.companded(Companding.MU_LAW)));
        return List.copyOf(all);
    }

    private static AudioSample wave(int tag, int bytesEach, int bits, boolean floats, Written written) {
        var container = Container.wave().format(tag, 2, RATE, bytesEach, 8 * bytesEach);
        return sample(
                container.chunk("data", written.bytes()), "tag" + tag + "-" + bits + ".wav", bits, floats, written);
    }

    private static AudioSample longWave(String form) {
        var written = Written.integers(16, LITTLE_ENDIAN, false);
        byte[] sizes = ByteBuffer.allocate(28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, 4 + 36 + 24 + 8 + written.bytes().length)
                .putLong(8, written.bytes().length)
                .putLong(16, Written.SAMPLES / 2)
                .array();
        var container = Container.wave(form)
                .chunk("ds64", sizes)
                .format(1, 2, RATE, 2, 16)
                .chunk("data", 0xffff_ffffL, written.bytes());
        return sample(container, form + ".wav", 16, false, written);
    }

    private static AudioSample aiff(String type, String kind, int bits, Written written) {
        var container =
                Container.aiff(type).common(2, Written.SAMPLES / 2, bits, kind).sound(0, written.bytes());
        boolean floats = kind.startsWith("fl") || kind.startsWith("FL");
        String name = type + kind.trim() + bits + (type.equals("AIFC") ? ".aifc" : ".aiff");
        return sample(container, name, bits, floats, written);
    }

    private static AudioSample sample(Container container, String name, int bits, boolean floats, Written written) {
        var format = new AudioFormat(RATE, 2, bits, floats);
        return new AudioSample(name, container.bytes(), format, written.sound());
    }
}
