package org.musicplatform.core.metadata.tags.riff;

import java.io.IOException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;
import org.musicplatform.core.metadata.tags.id3.Id3v2Reader;

/** AIFF 1.3 and AIFF-C (Apple, 1989 and 1991). */
public final class AiffReader implements ContainerReader {

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("AIFF");
        boolean compressed = bytes.matches(start + 8, "AIFC");
        TagBlock[] texts = new TagBlock[1];
        boolean[] described = new boolean[1];
        Chunk.each(bytes, start + 12, bytes.size(), false, (id, declared) -> declared, chunk -> {
            long at = chunk.body();
            switch (chunk.id()) {
                case "COMM" -> {
                    if (chunk.size() >= 18) {
                        common(bytes, at, compressed && chunk.size() >= 22, draft);
                        described[0] = true;
                    }
                }
                case "SSND" -> draft.sound().bitrateOf(chunk.size());
                case "NAME", "AUTH", "(c) ", "ANNO" -> {
                    texts[0] = texts[0] == null ? draft.tag(TagFormat.RIFF, 5) : texts[0];
                    String text = Texts.add(bytes, at, chunk.size(), chunk.id(), texts[0], draft);
                    if (!text.isEmpty()) {
                        texts[0].addField(field(chunk.id()), text);
                    }
                }
                case "ID3 ", "id3 " -> {
                    if (Id3v2Reader.isAt(bytes, at)) {
                        Id3v2Reader.read(bytes, at, chunk.end(), draft);
                    }
                }
                default -> {} // nothing for a music library
            }
            if (chunk.cut()) {
                draft.warn("The chunk " + chunk.id().strip() + " of the file is cut.");
            }
        });
        if (!described[0]) {
            throw new MalformedException("The AIFF file does not say how its sound is coded.");
        }
    }

    private static TagField field(String id) {
        return switch (id) {
            case "NAME" -> TagField.TITLE;
            case "AUTH" -> TagField.ARTIST;
            case "ANNO" -> TagField.COMMENT;
            default -> TagField.COPYRIGHT;
        };
    }

    private static void common(ContentBytes bytes, long at, boolean compressed, Draft draft) throws IOException {
        String type = compressed ? bytes.latin1(at + 18, 4) : "NONE";
        String codec = codec(type);
        long rate = Math.round(extended(bytes, at + 8));
        draft.sound().codec(codec).channels(bytes.u16(at)).sampleRate(rate).duration(bytes.u32(at + 2), rate);
        if (codec.equals("PCM")) {
            draft.sound().bits(bytes.u16(at + 6));
        }
    }

    private static String codec(String type) {
        return switch (type) {
            case "NONE", "twos", "sowt", "fl32", "FL32", "fl64", "FL64", "in24", "in32", "42ni", "23ni", "raw " ->
                "PCM";
            case "alaw", "ALAW" -> "A-law";
            case "ulaw", "ULAW" -> "mu-law";
            case "ima4" -> "ADPCM";
            case "MAC3", "MAC6" -> "MACE";
            case "GSM " -> "GSM";
            default -> type.strip();
        };
    }

    /** Reads a number of 80 bits (IEEE 754 extended). */
    private static double extended(ContentBytes bytes, long at) throws IOException {
        int exponent = bytes.u16(at) & 0x7fff;
        long mantissa = bytes.i64(at + 2);
        double unsigned = (mantissa >>> 1) * 2.0 + (mantissa & 1);
        return unsigned * Math.pow(2, exponent - 16_383 - 63);
    }
}
