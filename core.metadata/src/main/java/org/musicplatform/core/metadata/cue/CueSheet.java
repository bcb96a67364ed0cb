package org.musicplatform.core.metadata.cue;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

/**
 * A CUE sheet (CDRWIN user's guide, appendix A).
 *
 * @param disc what holds for all tracks, not null
 * @param files the files it names, each with its tracks; one with an empty name for tracks before any
 */
public record CueSheet(Map<TagField, String> disc, List<CueFile> files) {

    private static final List<TagField> OF_ONE_TRACK = List.of(
            TagField.TITLE,
            TagField.ARTIST,
            TagField.ARTISTS,
            TagField.TRACK_NUMBER,
            TagField.TRACK_TOTAL,
            TagField.ISRC,
            TagField.LYRICS,
            TagField.CUE_SHEET,
            TagField.TITLE_SORT,
            TagField.ARTIST_SORT,
            TagField.ACOUSTID_ID,
            TagField.ACOUSTID_FINGERPRINT,
            TagField.MUSICBRAINZ_RECORDING_ID,
            TagField.MUSICBRAINZ_TRACK_ID,
            TagField.MUSICBRAINZ_ARTIST_ID,
            TagField.REPLAYGAIN_TRACK_GAIN,
            TagField.REPLAYGAIN_TRACK_PEAK);

    /**
     * A file and its tracks.
     *
     * @param name as the sheet has it
     * @param tracks in order
     */
    public record CueFile(String name, List<CueTrack> tracks) {}

    /**
     * A track.
     *
     * @param fields what the sheet tells of it
     * @param start its INDEX 01, from the start of the file
     */
    public record CueTrack(Map<TagField, String> fields, Duration start) {}

    /** Reads a sheet; what makes no sense in it is left out. */
    public static CueSheet read(String text) {
        return CueParser.parse(text);
    }

    /**
     * Makes tracks of the file that the sheet lies in.
     *
     * @param file the tags of the file
     * @param length how long it is, or null
     * @return the tracks, none when the sheet is for several files
     */
    public List<Clip> clipsOfOnlyFile(Tags file, Duration length) {
        return files.size() == 1 ? clips(files.get(0), file, length) : List.of();
    }

    /**
     * Finds a file among those that the sheet names: by its name, by its name with another extension (the WAV that was
     * ripped is a FLAC now), or as the only file of a sheet of the same name.
     *
     * @param name name of an audio file
     * @param sheetName name of the file that the sheet is
     * @return which of {@link #files()}, or null
     */
    public CueFile partFor(String name, String sheetName) {
        var named = only(file -> key(file.name()).equals(key(name)));
        if (named == null) {
            named = only(file -> stem(file.name()).equals(stem(name)));
        }
        boolean namesake = files.size() == 1
                && (stem(sheetName).equals(stem(name)) || stem(sheetName).equals(key(name)));
        return named != null ? named : namesake ? files.get(0) : null;
    }

    private CueFile only(Predicate<CueFile> test) {
        var found = files.stream().filter(test).limit(2).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The name alone, whatever folder of whatever system stands before it. */
    private static String key(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String stem(String path) {
        String name = key(path);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Makes tracks of one of the files.
     *
     * @param part which of {@link #files()}
     * @param file the tags of that file
     * @param length how long it is, or null
     */
    public List<Clip> clips(CueFile part, Tags file, Duration length) {
        var tracks = new ArrayList<CueTrack>();
        for (CueTrack track : part.tracks()) {
            boolean rises = tracks.isEmpty()
                    || track.start().compareTo(tracks.get(tracks.size() - 1).start()) > 0;
            if (rises && (length == null || track.start().compareTo(length) < 0)) {
                tracks.add(track);
            }
        }
        int total = files.stream().mapToInt(each -> each.tracks().size()).sum();
        var clips = new ArrayList<Clip>();
        for (int i = 0; i < tracks.size(); i++) {
            Duration end = i + 1 < tracks.size() ? tracks.get(i + 1).start() : null;
            clips.add(new Clip(tracks.get(i).start(), end, tags(file, tracks.get(i), total)));
        }
        return clips;
    }

    private Tags tags(Tags file, CueTrack track, int total) {
        var fields = new EnumMap<TagField, List<String>>(TagField.class);
        fields.putAll(file.fields());
        OF_ONE_TRACK.forEach(fields::remove);
        disc.forEach((field, value) -> fields.put(field, List.of(value)));
        if (disc.containsKey(TagField.ALBUM_ARTIST)) {
            fields.remove(TagField.ALBUM_ARTISTS);
            fields.put(TagField.ARTIST, List.of(disc.get(TagField.ALBUM_ARTIST)));
        } else if (file.fields().containsKey(TagField.ARTIST)) {
            fields.put(TagField.ARTIST, file.all(TagField.ARTIST));
        }
        track.fields().forEach((field, value) -> fields.put(field, List.of(value)));
        fields.put(TagField.TRACK_TOTAL, List.of(String.valueOf(total)));
        return new Tags(fields, file.raw());
    }
}
