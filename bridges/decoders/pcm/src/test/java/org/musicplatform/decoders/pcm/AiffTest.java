package org.musicplatform.decoders.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.decoders.pcm.Container.RATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.testkit.source.BytesContentReader;

class AiffTest {

    private static final byte[] SOUND = {(byte) 0x80, 0, 0, 0, 0x40, 0, 0x7f, (byte) 0xff};
    private static final float[] SAMPLES = {-1, 0, 0.5f, 32767 / 32768f};

    private static Container stereo() {
        return Container.aiff("AIFF").common(2, 2, 16, "");
    }

    private static PlaybackException refused(Container container) {
        return assertThrows(PlaybackException.class, () -> Decoded.of(container.bytes()));
    }

    @Test
    void integers_are_scaled_so_that_the_lowest_is_minus_one() throws IOException {
        var decoded = Decoded.of(stereo().sound(0, SOUND).bytes());
        assertArrayEquals(SAMPLES, decoded.sound());
        assertEquals(new AudioFormat(RATE, 2, 16, false), decoded.format());
        assertEquals(2, decoded.frames());
    }

    @Test
    void the_sound_begins_where_its_offset_says() throws IOException {
        assertArrayEquals(SAMPLES, Decoded.of(stereo().sound(5, SOUND).bytes()).sound());
    }

    @Test
    void parts_come_in_any_order() throws IOException {
        byte[] bytes = Container.aiff("AIFF")
                .chunk("NAME", new byte[7])
                .sound(0, SOUND)
                .chunk("COMT", new byte[3])
                .common(2, 2, 16, "")
                .bytes();
        assertArrayEquals(SAMPLES, Decoded.of(bytes).sound());
    }

    @Test
    void no_more_frames_are_sound_than_the_file_says() throws IOException {
        byte[] bytes =
                Container.aiff("AIFF").common(2, 1, 16, "").sound(0, SOUND).bytes();
        assertArrayEquals(Arrays.copyOf(SAMPLES, 2), Decoded.of(bytes).sound());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xffff_ffffL, 0x7fff_ffffL})
    void sound_of_a_length_that_its_writer_did_not_know_goes_to_the_end(long claimed) throws IOException {
        byte[] part = ByteBuffer.allocate(16).put(8, SOUND).array();
        byte[] bytes = Container.aiff("AIFF")
                .common(2, 0, 16, "")
                .chunk("SSND", claimed, part)
                .bytes();
        assertArrayEquals(SAMPLES, Decoded.of(bytes).sound());
    }

    @Test
    void a_length_that_nobody_knows_is_not_told() throws IOException {
        byte[] part = ByteBuffer.allocate(16).put(8, SOUND).array();
        byte[] bytes = Container.aiff("AIFF")
                .common(2, 0, 16, "")
                .chunk("SSND", 0, part)
                .bytes();
        var decoded = Decoded.of(new BytesContentReader(bytes).withoutSize());
        assertEquals(-1, decoded.frames());
        assertArrayEquals(SAMPLES, decoded.sound());
    }

    @Test
    void more_frames_than_the_file_holds_are_not_promised() throws IOException {
        byte[] bytes = Container.aiff("AIFF")
                .common(2, 0xffff_ffffL, 16, "")
                .sound(0, SOUND)
                .bytes();
        assertEquals(2, Decoded.of(bytes).frames());
    }

    @Test
    void an_offset_behind_the_end_leaves_no_sound() throws IOException {
        byte[] part = ByteBuffer.allocate(16).putInt(Integer.MAX_VALUE).array();
        var decoded = Decoded.of(stereo().chunk("SSND", part).bytes());
        assertEquals(0, decoded.frames());
        assertEquals(0, decoded.sound().length);
    }

    @Test
    void other_kinds_are_left_to_others_and_named() {
        for (String kind : new String[] {"ima4", "MAC3", "QDM2"}) {
            var refused = refused(Container.aiff("AIFC").common(2, 2, 16, kind).sound(0, SOUND));
            assertEquals(PlaybackException.UNSUPPORTED_CODEC, refused.code());
            assertTrue(refused.getMessage().contains(kind), refused.getMessage());
        }
        assertEquals(
                PlaybackException.UNSUPPORTED_CODEC,
                refused(Container.aiff("AIFF").common(2, 2, 64, "").sound(0, SOUND))
                        .code());
    }

    @Test
    void a_file_without_channels_description_or_sound_is_damaged() {
        for (var damaged : new Container[] {
            Container.aiff("AIFF").common(0, 2, 16, "").sound(0, SOUND),
            Container.aiff("AIFF").chunk("COMM", new byte[12]).sound(0, SOUND),
            Container.aiff("AIFF").sound(0, SOUND),
            Container.aiff("AIFC").common(2, 2, 16, "").sound(0, SOUND),
            stereo()
        }) {
            assertEquals(PlaybackException.CORRUPT, refused(damaged).code());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400e, ac44000000000000, 44100",
        "400f, bb80000000000000, 96000",
        "400b, fa00000000000000, 8000",
        "400d, ac44400000000000, 22050", // 22050.125
        "400d, ac46000000000000, 22051",
        "401d, fffffffe00000000, 2147483647",
        "401d, ffffffff00000000, 0", // 2147483647.5
        "3fff, 8000000000000000, 1",
        "3ffe, 8000000000000000, 1", // 0.5
        "3ffd, 8000000000000000, 0",
        "0000, 0000000000000000, 0",
        "c00e, ac44000000000000, 0",
        "7fff, 8000000000000000, 0",
        "401e, 8000000000000000, 0"
    })
    void a_rate_of_80_bits_is_rounded_to_a_whole_one(String exponent, String mantissa, int rate) {
        assertEquals(
                rate,
                ExtendedFloat.round((short) Integer.parseInt(exponent, 16), Long.parseUnsignedLong(mantissa, 16)));
    }
}
