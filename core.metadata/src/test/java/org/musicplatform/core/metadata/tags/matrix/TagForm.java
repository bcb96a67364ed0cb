package org.musicplatform.core.metadata.tags.matrix;

import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ALBUM_ARTIST;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.COMMENT;
import static org.musicplatform.core.api.metadata.TagField.COMPOSER;
import static org.musicplatform.core.api.metadata.TagField.DATE;
import static org.musicplatform.core.api.metadata.TagField.DISC_NUMBER;
import static org.musicplatform.core.api.metadata.TagField.DISC_TOTAL;
import static org.musicplatform.core.api.metadata.TagField.GENRE;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;
import static org.musicplatform.core.api.metadata.TagField.TRACK_TOTAL;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.musicplatform.core.api.metadata.TagField;

/** A version of a tag: how it is written, and which fields it has room for. */
enum TagForm {
    ID3V1(EnumSet.of(TITLE, ARTIST, ALBUM, DATE, GENRE, COMMENT)) {
        @Override
        byte[] write(Map<TagField, String> values) {
            return id3v1(values, new byte[0]);
        }
    },
    ID3V11(EnumSet.of(TITLE, ARTIST, ALBUM, DATE, GENRE, COMMENT, TRACK_NUMBER)) {
        @Override
        byte[] write(Map<TagField, String> values) {
            return id3v1(values, new byte[] {0, Byte.parseByte(values.getOrDefault(TRACK_NUMBER, "0"))});
        }
    },
    ID3V22(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            return id3v2(2, frames(values, "TT2 TP1 TAL TP2 TRK TPA TYE TCO TCM COM", false));
        }
    },
    ID3V23(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            return id3v2(3, frames(values, "TIT2 TPE1 TALB TPE2 TRCK TPOS TYER TCON TCOM COMM", false));
        }
    },
    ID3V24(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            return id3v2(4, frames(values, "TIT2 TPE1 TALB TPE2 TRCK TPOS TDRC TCON TCOM COMM", true));
        }
    },
    APEV1(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            return ape(1000, values);
        }
    },
    APEV2(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            return ape(2000, values);
        }
    },
    VORBIS_COMMENT(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            var comments = new LinkedHashMap<String, String>();
            values.forEach((field, value) -> comments.put(field.name().replace("_", ""), value));
            byte[] all = new byte[0];
            for (var one : comments.entrySet()) {
                byte[] text = Bytes.little(one.getKey() + "=" + one.getValue());
                all = Bytes.little(all, text.length, text);
            }
            return Bytes.little(6, "matrix", comments.size(), all);
        }

        @Override
        byte[] broken() {
            return Bytes.little(6, "matrix", 0x7fffffff, 0x7ffffff0, "TITLE=");
        }
    },
    ILST(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            byte[] items = Bytes.big(
                    item("\u00a9nam", values.get(TITLE)),
                    item("\u00a9ART", values.get(ARTIST)),
                    item("\u00a9alb", values.get(ALBUM)),
                    item("aART", values.get(ALBUM_ARTIST)),
                    item("\u00a9day", values.get(DATE)),
                    item("\u00a9gen", values.get(GENRE)),
                    item("\u00a9wrt", values.get(COMPOSER)),
                    item("\u00a9cmt", values.get(COMMENT)),
                    pair("trkn", values.get(TRACK_NUMBER), values.get(TRACK_TOTAL)),
                    pair("disk", values.get(DISC_NUMBER), values.get(DISC_TOTAL)));
            return items;
        }

        @Override
        byte[] broken() {
            return Bytes.big(0x7ffffff0, latin("\u00a9nam"), 0x7fffff00, "data", 1, 0, "cut");
        }
    },
    RIFF_INFO(EnumSet.of(TITLE, ARTIST, ALBUM, DATE, GENRE, COMMENT, TRACK_NUMBER)) {
        @Override
        byte[] write(Map<TagField, String> values) {
            byte[] all = Bytes.little("INFO");
            String[] ids = "INAM IART IPRD ICRD IGNR ICMT ITRK".split(" ");
            TagField[] fields = {TITLE, ARTIST, ALBUM, DATE, GENRE, COMMENT, TRACK_NUMBER};
            for (int i = 0; i < ids.length; i++) {
                if (values.containsKey(fields[i])) {
                    byte[] text = Bytes.little(values.get(fields[i]), (byte) 0);
                    all = Bytes.little(all, ids[i], text.length, text, new byte[text.length & 1]);
                }
            }
            return all;
        }

        @Override
        byte[] broken() {
            return Bytes.little("INFO", "INAM", 0x7fffffff, "cut");
        }
    },
    ASF_ATTRIBUTES(all()) {
        @Override
        byte[] write(Map<TagField, String> values) {
            var names = new LinkedHashMap<String, String>();
            names.put("WM/AlbumTitle", values.get(ALBUM));
            names.put("WM/AlbumArtist", values.get(ALBUM_ARTIST));
            names.put("WM/TrackNumber", joined(values.get(TRACK_NUMBER), values.get(TRACK_TOTAL)));
            names.put("WM/PartOfSet", joined(values.get(DISC_NUMBER), values.get(DISC_TOTAL)));
            names.put("WM/Year", values.get(DATE));
            names.put("WM/Genre", values.get(GENRE));
            names.put("WM/Composer", values.get(COMPOSER));
            names.values().removeIf(value -> value == null);
            byte[] attributes = Bytes.little((short) names.size());
            for (var one : names.entrySet()) {
                byte[] name = wide(one.getKey());
                byte[] value = wide(one.getValue());
                attributes =
                        Bytes.little(attributes, (short) name.length, name, (short) 0, (short) value.length, value);
            }
            byte[] title = wide(values.getOrDefault(TITLE, ""));
            byte[] artist = wide(values.getOrDefault(ARTIST, ""));
            byte[] comment = wide(values.getOrDefault(COMMENT, ""));
            byte[] lengths = Bytes.little(
                    (short) title.length, (short) artist.length, (short) 0, (short) comment.length, (short) 0);
            return Bytes.little(
                    Carrier.asfObject("3326b2758e66cf11a6d900aa0062ce6c", lengths, title, artist, comment),
                    Carrier.asfObject("40a4d0d207e3d21197f000a0c95ea850", attributes));
        }

        @Override
        byte[] broken() {
            return Bytes.little(
                    Carrier.asfObject("3326b2758e66cf11a6d900aa0062ce6c", Bytes.hex("ffff ffff ffff ffff ffff")),
                    Carrier.asfObject("40a4d0d207e3d21197f000a0c95ea850", Bytes.hex("ffff ffff")));
        }
    };

    private final Set<TagField> fields;

    TagForm(Set<TagField> fields) {
        this.fields = fields;
    }

    /** The fields that it has room for. */
    Set<TagField> fields() {
        return fields;
    }

    abstract byte[] write(Map<TagField, String> values);

    /** A tag that begins like one, and whose sizes lie. */
    byte[] broken() {
        byte[] tag = write(Map.of(TITLE, "Broken", ALBUM, "Broken"));
        Arrays.fill(tag, tag.length / 3, tag.length / 2, (byte) 0xff);
        return tag;
    }

    private static Set<TagField> all() {
        return EnumSet.of(
                TITLE,
                ARTIST,
                ALBUM,
                ALBUM_ARTIST,
                TRACK_NUMBER,
                TRACK_TOTAL,
                DISC_NUMBER,
                DISC_TOTAL,
                DATE,
                GENRE,
                COMPOSER,
                COMMENT);
    }

    private static byte[] id3v1(Map<TagField, String> values, byte[] number) {
        int room = 30 - number.length;
        byte genre = (byte) (values.containsKey(GENRE) ? 8 : 255); // 8 is Jazz
        return Bytes.big(
                "TAG",
                fixed(values.get(TITLE), 30),
                fixed(values.get(ARTIST), 30),
                fixed(values.get(ALBUM), 30),
                fixed(values.get(DATE), 4),
                fixed(values.get(COMMENT), room),
                number,
                genre);
    }

    private static byte[] fixed(String text, int length) {
        return Arrays.copyOf(latin(text == null ? "" : text), length);
    }

    private static byte[] frames(Map<TagField, String> values, String ids, boolean synchsafe) {
        String[] id = ids.split(" ");
        String[] texts = {
            values.get(TITLE),
            values.get(ARTIST),
            values.get(ALBUM),
            values.get(ALBUM_ARTIST),
            joined(values.get(TRACK_NUMBER), values.get(TRACK_TOTAL)),
            joined(values.get(DISC_NUMBER), values.get(DISC_TOTAL)),
            values.get(DATE),
            values.get(GENRE),
            values.get(COMPOSER),
            values.get(COMMENT)
        };
        byte[] all = new byte[0];
        for (int i = 0; i < id.length; i++) {
            if (texts[i] != null) {
                byte[] text = latin((id[i].startsWith("COM") ? "eng\0" : "") + texts[i]);
                byte[] body = Bytes.big((byte) 0, text);
                byte[] header = id[i].length() == 3
                        ? Bytes.big((byte) 0, (byte) (body.length >> 8), (byte) body.length)
                        : Bytes.big(synchsafe ? synchsafe(body.length) : body.length, (short) 0);
                all = Bytes.big(all, id[i], header, body);
            }
        }
        return all;
    }

    private static byte[] id3v2(int version, byte[] frames) {
        return Bytes.big(
                "ID3", (byte) version, (byte) 0, (byte) 0, synchsafe(frames.length + 20), frames, new byte[20]);
    }

    private static int synchsafe(int value) {
        return (value & 0x7f) | (value << 1 & 0x7f00) | (value << 2 & 0x7f0000) | (value << 3 & 0x7f000000);
    }

    private static byte[] ape(int version, Map<TagField, String> values) {
        var names = new LinkedHashMap<String, String>();
        names.put("Title", values.get(TITLE));
        names.put("Artist", values.get(ARTIST));
        names.put("Album", values.get(ALBUM));
        names.put("Album Artist", values.get(ALBUM_ARTIST));
        names.put("Track", joined(values.get(TRACK_NUMBER), values.get(TRACK_TOTAL)));
        names.put("Disc", joined(values.get(DISC_NUMBER), values.get(DISC_TOTAL)));
        names.put("Year", values.get(DATE));
        names.put("Genre", values.get(GENRE));
        names.put("Composer", values.get(COMPOSER));
        names.put("Comment", values.get(COMMENT));
        names.values().removeIf(value -> value == null);
        byte[] items = new byte[0];
        for (var one : names.entrySet()) {
            byte[] value = Bytes.little(one.getValue());
            items = Bytes.little(items, value.length, 0, one.getKey(), (byte) 0, value);
        }
        byte[] counts = Bytes.little(version, items.length + 32, names.size());
        byte[] footer = Bytes.little("APETAGEX", counts, version == 1000 ? 0 : 1 << 31, 0L);
        return version == 1000
                ? Bytes.little(items, footer)
                : Bytes.little("APETAGEX", counts, 0xa0000000, 0L, items, footer);
    }

    private static byte[] item(String type, String value) {
        return value == null ? new byte[0] : box(type, box("data", Bytes.big(1, 0, value)));
    }

    private static byte[] pair(String type, String number, String total) {
        return number == null
                ? new byte[0]
                : box(
                        type,
                        box(
                                "data",
                                Bytes.big(
                                        0,
                                        0,
                                        (short) 0,
                                        Short.parseShort(number),
                                        Short.parseShort(total == null ? "0" : total),
                                        (short) 0)));
    }

    private static byte[] box(String type, byte[] body) {
        return Bytes.big(body.length + 8, latin(type), body);
    }

    private static String joined(String number, String total) {
        return total == null ? number : number + "/" + total;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] wide(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_16LE);
    }
}
