package org.musicplatform.benchmarks.library;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;

/** What a reader finds in the file of a track. */
final class SyntheticTags {

    private static final Map<TagField, String> ID3 = Map.ofEntries(
            Map.entry(TagField.TITLE, "TIT2"),
            Map.entry(TagField.ARTIST, "TPE1"),
            Map.entry(TagField.ALBUM, "TALB"),
            Map.entry(TagField.ALBUM_ARTIST, "TPE2"),
            Map.entry(TagField.TRACK_NUMBER, "TRCK"),
            Map.entry(TagField.DISC_NUMBER, "TPOS"),
            Map.entry(TagField.DATE, "TDRC"),
            Map.entry(TagField.GENRE, "TCON"),
            Map.entry(TagField.COMPOSER, "TCOM"),
            Map.entry(TagField.CONDUCTOR, "TPE3"),
            Map.entry(TagField.LYRICIST, "TEXT"),
            Map.entry(TagField.COMPILATION, "TCMP"),
            Map.entry(TagField.COMMENT, "COMM"),
            Map.entry(TagField.LABEL, "TPUB"),
            Map.entry(TagField.ISRC, "TSRC"),
            Map.entry(TagField.BPM, "TBPM"),
            Map.entry(TagField.ENCODER, "TSSE"),
            Map.entry(TagField.COPYRIGHT, "TCOP"),
            Map.entry(TagField.MUSICBRAINZ_RECORDING_ID, "UFID:http://musicbrainz.org"));

    private static final Map<TagField, String> MP4 = Map.ofEntries(
            Map.entry(TagField.TITLE, "©nam"),
            Map.entry(TagField.ARTIST, "©ART"),
            Map.entry(TagField.ALBUM, "©alb"),
            Map.entry(TagField.ALBUM_ARTIST, "aART"),
            Map.entry(TagField.TRACK_NUMBER, "trkn"),
            Map.entry(TagField.DISC_NUMBER, "disk"),
            Map.entry(TagField.DATE, "©day"),
            Map.entry(TagField.GENRE, "©gen"),
            Map.entry(TagField.COMPOSER, "©wrt"),
            Map.entry(TagField.COMPILATION, "cpil"),
            Map.entry(TagField.COMMENT, "©cmt"),
            Map.entry(TagField.BPM, "tmpo"),
            Map.entry(TagField.ENCODER, "©too"));

    private static final Map<TagField, String> VORBIS = Map.ofEntries(
            Map.entry(TagField.ALBUM_ARTIST, "ALBUMARTIST"),
            Map.entry(TagField.TRACK_NUMBER, "TRACKNUMBER"),
            Map.entry(TagField.TRACK_TOTAL, "TRACKTOTAL"),
            Map.entry(TagField.DISC_NUMBER, "DISCNUMBER"),
            Map.entry(TagField.DISC_TOTAL, "DISCTOTAL"),
            Map.entry(TagField.MUSICBRAINZ_RECORDING_ID, "MUSICBRAINZ_TRACKID"),
            Map.entry(TagField.MUSICBRAINZ_TRACK_ID, "MUSICBRAINZ_RELEASETRACKID"),
            Map.entry(TagField.MUSICBRAINZ_RELEASE_ID, "MUSICBRAINZ_ALBUMID"),
            Map.entry(TagField.MUSICBRAINZ_RELEASE_GROUP_ID, "MUSICBRAINZ_RELEASEGROUPID"),
            Map.entry(TagField.MUSICBRAINZ_ARTIST_ID, "MUSICBRAINZ_ARTISTID"),
            Map.entry(TagField.MUSICBRAINZ_ALBUM_ARTIST_ID, "MUSICBRAINZ_ALBUMARTISTID"));

    private static final int CONDUCTORS = 500;
    private static final int COMPOSERS = 4_000;

    private SyntheticTags() {}

    static TagReading reading(SyntheticTrack track) {
        return reading(track, 0);
    }

    /** Returns what is found after the file was edited so many times: another comment, genre and number in the title. */
    static TagReading reading(SyntheticTrack track, int edits) {
        var dice = Dice.at(track.number(), 11);
        var fields = fields(track, dice);
        if (edits > 0) {
            fields.put(TagField.COMMENT, List.of("edited " + edits));
            fields.put(TagField.GENRE, List.of(Dice.at(track.number(), edits).popular(Words.list("genre"))));
            fields.put(TagField.TITLE, List.of(track.title() + " (take " + edits + ")"));
        }
        var album = track.album();
        var pictures = Math.floorMod(album.number(), 10) == 0
                ? List.<Picture>of()
                : List.of(new Picture(3, "image/jpeg", 40_000 + Math.floorMod(album.number(), 90_000), 600, 600, ""));
        var format = album.place().format();
        return new TagReading(
                format.properties(track.millis(), track.bitrate()),
                new Tags(fields, raw(format, fields)),
                pictures,
                dice.chance(8) ? List.of(lyrics(dice)) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                "native");
    }

    private static EnumMap<TagField, List<String>> fields(SyntheticTrack track, Dice dice) {
        var album = track.album();
        var ofAlbum = Dice.at(album.number(), 12);
        var fields = new EnumMap<TagField, List<String>>(TagField.class);
        fields.put(TagField.TITLE, List.of(track.title()));
        fields.put(TagField.ARTIST, List.of(track.artist()));
        if (track.artists().size() > 1) {
            fields.put(TagField.ARTISTS, track.artists());
        }
        fields.put(TagField.ALBUM, List.of(album.title()));
        boolean albumArtist = ofAlbum.chance(85);
        if (album.isCompilation()) {
            fields.put(TagField.COMPILATION, List.of("1"));
        }
        if (albumArtist) {
            fields.put(TagField.ALBUM_ARTIST, List.of(album.artist().name()));
        }
        put(fields, TagField.TRACK_NUMBER, track.position().track());
        put(fields, TagField.TRACK_TOTAL, album.discs().get(track.position().disc() - 1));
        if (album.discs().size() > 1 || ofAlbum.chance(40)) {
            put(fields, TagField.DISC_NUMBER, track.position().disc());
            put(fields, TagField.DISC_TOTAL, album.discs().size());
        }
        fields.put(TagField.DATE, List.of(album.edition().date()));
        fields.put(TagField.GENRE, album.edition().genres());
        if (album.artist().style() == Style.CLASSICAL) {
            fields.put(TagField.COMPOSER, List.of(ofAlbum.popular(Words.list("composer"))));
            fields.put(TagField.CONDUCTOR, List.of(somebody(ofAlbum, CONDUCTORS)));
        } else if (ofAlbum.chance(20)) {
            fields.put(
                    TagField.COMPOSER, List.of(dice.chance(60) ? track.artists().get(0) : somebody(dice, COMPOSERS)));
        }
        if (ofAlbum.chance(40)) {
            String label = ofAlbum.any(Words.list("label"));
            fields.put(TagField.LABEL, List.of(label));
            fields.put(
                    TagField.COPYRIGHT,
                    List.of("℗ © " + album.edition().year() + " " + label + " Records, under exclusive licence"));
        }
        fields.put(TagField.ENCODER, List.of(album.place().format().encoder()));
        if (ofAlbum.chance(25)) {
            fields.put(
                    TagField.ISRC,
                    List.of("GBAYE%02d%05d".formatted(album.edition().year() % 100, dice.below(100_000))));
        }
        if (ofAlbum.chance(20)) {
            fields.put(
                    TagField.COMMENT,
                    List.of("Ripped with care, " + album.edition().year()));
        }
        if (dice.chance(10)) {
            put(fields, TagField.BPM, dice.between(60, 180));
        }
        if (ofAlbum.chance(60)) {
            loudness(fields, dice, ofAlbum);
        }
        if (album.edition().musicBrainz()) {
            musicBrainz(fields, track, ofAlbum);
        }
        return fields;
    }

    /** Draws one of so many people by popularity. */
    private static String somebody(Dice dice, int of) {
        return Names.person(Dice.at(of, dice.popular(of)));
    }

    private static void put(Map<TagField, List<String>> fields, TagField field, int number) {
        fields.put(field, List.of(String.valueOf(number)));
    }

    private static void loudness(Map<TagField, List<String>> fields, Dice dice, Dice ofAlbum) {
        fields.put(TagField.REPLAYGAIN_TRACK_GAIN, List.of(hundredths(-dice.between(100, 1_200)) + " dB"));
        fields.put(TagField.REPLAYGAIN_TRACK_PEAK, List.of("0." + dice.between(500_000, 999_999)));
        fields.put(TagField.REPLAYGAIN_ALBUM_GAIN, List.of(hundredths(-ofAlbum.between(100, 1_200)) + " dB"));
        fields.put(TagField.REPLAYGAIN_ALBUM_PEAK, List.of("0." + ofAlbum.between(900_000, 999_999)));
    }

    private static String hundredths(int number) {
        return number / 100 + "." + Math.abs(number) % 100 / 10 + Math.abs(number) % 10;
    }

    private static void musicBrainz(Map<TagField, List<String>> fields, SyntheticTrack track, Dice ofAlbum) {
        fields.put(TagField.MUSICBRAINZ_RELEASE_ID, List.of(uuid(ofAlbum)));
        fields.put(TagField.MUSICBRAINZ_RELEASE_GROUP_ID, List.of(uuid(ofAlbum)));
        fields.put(
                TagField.MUSICBRAINZ_ALBUM_ARTIST_ID,
                List.of(uuid(ofArtist(track.album().artist().name()))));
        fields.put(
                TagField.MUSICBRAINZ_ARTIST_ID,
                track.artists().stream().map(name -> uuid(ofArtist(name))).toList());
        fields.put(TagField.MUSICBRAINZ_RECORDING_ID, List.of(uuid(Dice.at(track.number(), 13))));
        fields.put(TagField.MUSICBRAINZ_TRACK_ID, List.of(uuid(Dice.at(track.number(), 14))));
    }

    private static Dice ofArtist(String name) {
        return Dice.at(15, name.hashCode());
    }

    private static String uuid(Dice dice) {
        String hex = SyntheticTrack.hex(dice);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13, 16) + "-a"
                + hex.substring(17, 20) + "-" + hex.substring(20);
    }

    /** The same as the format of the file has it. */
    private static Map<String, List<String>> raw(Format format, Map<TagField, List<String>> fields) {
        var raw = new LinkedHashMap<String, List<String>>();
        boolean pairs = format == Format.MP3 || format == Format.M4A;
        for (var field : fields.entrySet()) {
            var name = field.getKey();
            var values = field.getValue();
            if (pairs && (name == TagField.TRACK_TOTAL || name == TagField.DISC_TOTAL)) {
                continue;
            }
            if (pairs && name == TagField.TRACK_NUMBER) {
                values = List.of(
                        values.get(0) + "/" + fields.get(TagField.TRACK_TOTAL).get(0));
            } else if (pairs && name == TagField.DISC_NUMBER) {
                values = List.of(
                        values.get(0) + "/" + fields.get(TagField.DISC_TOTAL).get(0));
            }
            raw.put(rawName(format, name), values);
        }
        if (format == Format.M4A) {
            raw.put(
                    "----:com.apple.iTunes:iTunSMPB",
                    List.of(" 00000000 00000840 0000013C 0000000000AE4984 00000000 00000000 00000000 00000000"));
        } else if (format == Format.MP3) {
            raw.put(
                    "COMM:iTunNORM",
                    List.of(" 00000A2C 00000B5E 00006B0C 00008A71 00024CA8 00024CA8 00007FFF 00007FFF"));
        } else {
            raw.put("ENCODERSETTINGS", List.of("compression-level-8, best, verified against the source"));
        }
        return raw;
    }

    private static String rawName(Format format, TagField field) {
        return switch (format) {
            case MP3 -> ID3.containsKey(field) ? ID3.get(field) : "TXXX:" + spoken(field);
            case M4A -> MP4.containsKey(field) ? MP4.get(field) : "----:com.apple.iTunes:" + spoken(field);
            default -> VORBIS.getOrDefault(field, field.name());
        };
    }

    private static String spoken(TagField field) {
        String name = field.name();
        if (name.startsWith("REPLAYGAIN")) {
            return name.toLowerCase(Locale.ROOT);
        }
        var words = new ArrayList<String>();
        for (String word : name.split("_")) {
            words.add(
                    word.equals("MUSICBRAINZ")
                            ? "MusicBrainz"
                            : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    private static Lyrics lyrics(Dice dice) {
        var lines = new ArrayList<Lyrics.Line>();
        for (int more = dice.between(16, 40); more > 0; more--) {
            String text = Names.title(dice, Style.ENGLISH) + ", " + Names.title(dice, Style.ENGLISH);
            lines.add(new Lyrics.Line(null, text, List.of()));
        }
        return new Lyrics(Lyrics.EMBEDDED, null, false, lines);
    }
}
