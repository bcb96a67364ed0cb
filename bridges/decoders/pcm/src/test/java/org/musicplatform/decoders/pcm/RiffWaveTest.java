package org.musicplatform.decoders.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.decoders.pcm.Container.RATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.testkit.source.BytesContentReader;

class RiffWaveTest {

    private static final byte[] SOUND = {0, (byte) 0x80, 0, 0, 0, 0x40, (byte) 0xff, 0x7f};
    private static final float[] SAMPLES = {-1, 0, 0.5f, 32767 / 32768f};

    private static Container stereo() {
        return Container.wave().format(1, 2, RATE, 2, 16);
    }

    private static PlaybackException refused(Container container) {
        return refused(container.bytes());
    }

    private static PlaybackException refused(byte[] bytes) {
        return assertThrows(PlaybackException.class, () -> Decoded.of(bytes));
    }

    @Test
    void integers_are_scaled_so_that_the_lowest_is_minus_one() throws IOException {
        var decoded = Decoded.of(stereo().chunk("data", SOUND).bytes());
        assertArrayEquals(SAMPLES, decoded.sound());
        assertEquals(new AudioFormat(RATE, 2, 16, false), decoded.format());
        assertEquals(2, decoded.frames());
        assertEquals("PCM", decoded.codec());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xffff_ffffL, 0x7fff_ffffL, 0xffff_fff0L})
    void sound_of_a_length_that_its_writer_did_not_know_goes_to_the_end(long claimed) throws IOException {
        var decoded = Decoded.of(stereo().chunk("data", claimed, SOUND).bytes());
        assertArrayEquals(SAMPLES, decoded.sound());
        assertEquals(2, decoded.frames());
    }

    @Test
    void a_length_that_nobody_knows_is_not_told_and_can_be_positioned_in() throws IOException {
        byte[] bytes = stereo().chunk("data", 0xffff_ffffL, SOUND).bytes();
        var content = new BytesContentReader(bytes).withoutSize();
        try (var decoder = new PcmDecoderFactory().open(content, "pipe.wav")) {
            float[] target = new float[4];
            assertEquals(-1, decoder.frames());
            decoder.seek(Long.MAX_VALUE);
            assertEquals(-1, decoder.decode(target, 0, 2));
            decoder.seek(1);
            assertEquals(1, decoder.decode(target, 0, 2));
            assertArrayEquals(new float[] {0.5f, 32767 / 32768f, 0, 0}, target);
        }
    }

    @Test
    void a_frame_that_is_not_whole_is_left_out() throws IOException {
        var decoded = Decoded.of(stereo().chunk("data", Arrays.copyOf(SOUND, 7)).bytes());
        assertArrayEquals(Arrays.copyOf(SAMPLES, 2), decoded.sound());
        assertEquals(1, decoded.frames());
    }

    @Test
    void other_parts_of_any_length_may_stand_before_between_and_behind() throws IOException {
        byte[] bytes = Container.wave()
                .chunk("JUNK", new byte[29])
                .format(1, 2, RATE, 2, 16)
                .chunk("bext", new byte[603])
                .chunk("PEAK")
                .chunk("data", SOUND)
                .chunk("LIST", new byte[99])
                .bytes();
        assertArrayEquals(SAMPLES, Decoded.of(bytes).sound());
    }

    @Test
    void the_format_may_stand_behind_the_sound() throws IOException {
        byte[] bytes =
                Container.wave().chunk("data", SOUND).format(1, 2, RATE, 2, 16).bytes();
        assertArrayEquals(SAMPLES, Decoded.of(bytes).sound());
    }

    @Test
    void an_rf64_file_with_a_size_that_fits_says_it_in_the_usual_place() throws IOException {
        byte[] bytes = Container.wave("RF64")
                .chunk("ds64", new byte[28])
                .format(1, 2, RATE, 2, 16)
                .chunk("data", SOUND)
                .chunk("LIST", new byte[8])
                .bytes();
        assertArrayEquals(SAMPLES, Decoded.of(bytes).sound());
    }

    @Test
    void an_rf64_file_may_be_longer_than_4_gb() throws IOException {
        long length = 5L << 30;
        byte[] sizes = ByteBuffer.allocate(28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(8, length)
                .array();
        byte[] bytes = Container.wave("RF64")
                .chunk("ds64", sizes)
                .format(1, 2, RATE, 2, 16)
                .chunk("data", 0xffff_ffffL, SOUND)
                .bytes();
        var decoded = Decoded.of(new BytesContentReader(bytes).withoutSize());
        assertEquals(length / 4, decoded.frames());
        assertArrayEquals(SAMPLES, decoded.sound());
    }

    @Test
    void the_format_may_stand_behind_long_sound_of_an_odd_length() throws IOException {
        byte[] sizes = ByteBuffer.allocate(28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(8, 3)
                .array();
        byte[] bytes = Container.wave("RF64")
                .chunk("ds64", sizes)
                .chunk("data", 0xffff_ffffL, new byte[] {0, (byte) 0x80, (byte) 0xc0})
                .format(1, 1, RATE, 1, 8)
                .bytes();
        assertArrayEquals(new float[] {-1, 0, 0.5f}, Decoded.of(bytes).sound());
    }

    @Test
    void bits_that_are_told_to_be_fewer_than_stored_are_the_depth() throws IOException {
        byte[] bytes = Container.wave()
                .extensible(1, 1, 4, 24)
                .chunk("data", new byte[] {0, 1, 0, (byte) 0x80})
                .bytes();
        var decoded = Decoded.of(bytes);
        assertEquals(24, decoded.format().bitsPerSample());
        assertArrayEquals(new float[] {-1 + 0x1p-23f}, decoded.sound());
    }

    @Test
    void samples_may_take_more_bytes_than_their_bits_need() throws IOException {
        byte[] bytes = Container.wave()
                .format(1, 2, RATE, 4, 24)
                .chunk("data", new byte[] {0, 0, 0, 0x40, 0, 0, 0, (byte) 0xc0})
                .bytes();
        assertArrayEquals(new float[] {0.5f, -0.5f}, Decoded.of(bytes).sound());
    }

    @ParameterizedTest
    @CsvSource({
        "6, d5, 8",
        "6, 55, -8",
        "6, 80, 5504",
        "6, aa, 32256",
        "6, 2a, -32256",
        "7, ff, 0",
        "7, 80, 32124",
        "7, 00, -32124",
        "7, ef, 132"
    })
    void codes_of_telephony_stand_for_what_the_recommendation_says(int tag, String code, int value) throws IOException {
        byte[] bytes = Container.wave()
                .format(tag, 1, 8000, 1, 8)
                .chunk("data", (byte) Integer.parseInt(code, 16))
                .bytes();
        var decoded = Decoded.of(bytes);
        assertArrayEquals(new float[] {value / 32768f}, decoded.sound());
        assertEquals(tag == 6 ? "A-law" : "µ-law", decoded.codec());
        assertEquals(new AudioFormat(8000, 1, 16, false), decoded.format());
    }

    @ParameterizedTest
    @CsvSource({"85, 0x0055 (MP3)", "17, 0x0011 (IMA ADPCM)", "8193, 0x2001 (DTS)", "4660, 0x1234 (unknown)"})
    void other_codecs_are_left_to_others_and_named(int tag, String named) {
        var plain = refused(Container.wave().format(tag, 2, RATE, 1, 8).chunk("data", SOUND));
        var extensible = refused(Container.wave().extensible(tag, 2, 1, 8).chunk("data", SOUND));
        assertEquals(PlaybackException.UNSUPPORTED_CODEC, plain.code());
        assertTrue(plain.getMessage().contains(named), plain.getMessage());
        assertEquals(plain.getMessage(), extensible.getMessage());
    }

    @Test
    void a_kind_without_a_tag_is_left_to_others() {
        byte[] bytes =
                Container.wave().extensible(1, 2, 2, 16).chunk("data", SOUND).bytes();
        bytes[20 + 30]++;
        assertEquals(PlaybackException.UNSUPPORTED_CODEC, refused(bytes).code());
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 64", "1, 5, 40", "3, 2, 16", "6, 2, 16"})
    void depths_that_are_unheard_of_are_left_to_others(int tag, int bytesEach, int bits) {
        var refused =
                refused(Container.wave().format(tag, 2, RATE, bytesEach, bits).chunk("data", SOUND));
        assertEquals(PlaybackException.UNSUPPORTED_CODEC, refused.code());
        assertTrue(refused.getMessage().contains(bits + " bits"), refused.getMessage());
    }

    @Test
    void a_file_without_channels_rate_format_or_sound_is_damaged() {
        var format = Container.wave().format(1, 2, RATE, 2, 16);
        for (var damaged : new Container[] {
            Container.wave().format(1, 0, RATE, 2, 16).chunk("data", SOUND),
            Container.wave().format(1, 2, 0, 2, 16).chunk("data", SOUND),
            Container.wave().format(1, 2, -1, 2, 16).chunk("data", SOUND),
            Container.wave().format(1, 2, RATE, 0, 0).chunk("data", SOUND),
            Container.wave().chunk("fmt ", new byte[10]).chunk("data", SOUND),
            Container.wave().chunk("data", SOUND),
            format,
            Container.wave()
        }) {
            assertEquals(PlaybackException.CORRUPT, refused(damaged).code());
        }
    }

    @Test
    void a_file_of_countless_parts_is_not_walked_to_its_end() {
        byte[] bytes = Arrays.copyOf(Container.wave().bytes(), 10 << 20);
        var content = new BytesContentReader(bytes);
        assertThrows(PlaybackException.class, () -> Decoded.of(content));
        assertTrue(content.reads() < 2000, () -> content.reads() + " reads");
    }

    @Test
    void opening_reads_little_of_the_sound() throws IOException {
        byte[] bytes = stereo().chunk("data", new byte[1 << 20]).bytes();
        var content = new BytesContentReader(bytes);
        new PcmDecoderFactory().open(content, "long.wav").close();
        assertTrue(content.bytesRead() < 200, () -> content.bytesRead() + " bytes");
    }
}
