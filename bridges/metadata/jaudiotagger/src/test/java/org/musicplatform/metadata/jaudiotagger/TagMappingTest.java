package org.musicplatform.metadata.jaudiotagger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;

class TagMappingTest {

    private static final int ID3V1_LENGTH = 128;

    @Test
    void a_wave_file_with_info_alone_gives_what_info_says() throws IOException {
        byte[] both = Fixtures.bytes("tone.wav");
        int id3 = new String(both, StandardCharsets.ISO_8859_1).indexOf("id3 ");
        byte[] info = Arrays.copyOf(both, id3);
        ByteBuffer.wrap(info).order(ByteOrder.LITTLE_ENDIAN).putInt(4, info.length - 8);
        var tags = read(info, "tone.wav");
        assertEquals(Fixtures.TITLE, tags.first(TagField.TITLE));
        assertEquals(Fixtures.ALBUM, tags.first(TagField.ALBUM));
        assertEquals(3, tags.number(TagField.TRACK_NUMBER));
        assertEquals(12, tags.number(TagField.TRACK_TOTAL));
        assertNull(tags.first(TagField.ALBUM_ARTIST));
    }

    @Test
    void a_compilation_is_marked_by_a_frame_or_by_a_text_of_that_name() throws IOException {
        assertEquals("1", id3(frame("TCMP", "\0" + "1")).first(TagField.COMPILATION));
        assertEquals("1", id3(frame("TXXX", "\0COMPILATION\0" + "1")).first(TagField.COMPILATION));
        assertNull(id3(frame("TCMP", "\0" + "0")).first(TagField.COMPILATION));
    }

    @Test
    void a_comment_is_what_a_person_wrote() throws IOException {
        byte[] numbers = frame("COMM", "\0engiTunNORM\0 0000", "COMM", "\0eng\0Wet");
        assertEquals(List.of("Wet"), id3(numbers).all(TagField.COMMENT));
        assertEquals(List.of(), id3(frame("COMM", "\0engiTunNORM\0 0000")).all(TagField.COMMENT));
        assertEquals(List.of("Wet"), id3(frame("TXXX", "\0comment\0Wet")).all(TagField.COMMENT));
    }

    @Test
    void what_made_the_file_is_a_field_and_not_the_name_of_a_library() throws IOException {
        assertEquals("Hand", id3(frame("TENC", "\0Hand")).first(TagField.ENCODER));
        assertNull(read(Fixtures.bytes("tone.flac"), "tone.flac").first(TagField.ENCODER));
        assertEquals(
                "Lavc libvorbis", read(Fixtures.bytes("tone.ogg"), "tone.ogg").first(TagField.ENCODER));
    }

    /** Frames of ID3v2.3, a name and a body each. */
    private static byte[] frame(String... namesAndBodies) throws IOException {
        var frames = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndBodies.length; i += 2) {
            byte[] body = namesAndBodies[i + 1].getBytes(StandardCharsets.ISO_8859_1);
            frames.write(namesAndBodies[i].getBytes(StandardCharsets.ISO_8859_1));
            frames.write(ByteBuffer.allocate(6).putInt(body.length).array());
            frames.write(body);
        }
        return frames.toByteArray();
    }

    private static Tags id3(byte[] frames) throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(
                new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, (byte) (frames.length >> 7), (byte) (frames.length & 0x7f)});
        file.write(frames);
        byte[] sound = Fixtures.bytes(Fixtures.ID3V1);
        file.write(sound, 0, sound.length - ID3V1_LENGTH);
        return read(file.toByteArray(), "rain.mp3");
    }

    private static Tags read(byte[] bytes, String name) throws IOException {
        return new JAudioTaggerReader()
                .read(new BytesContentReader(bytes), name)
                .tags();
    }
}
