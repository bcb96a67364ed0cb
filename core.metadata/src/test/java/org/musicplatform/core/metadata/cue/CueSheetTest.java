package org.musicplatform.core.metadata.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

class CueSheetTest {

    private static final String SHEET = """
            REM GENRE "Dream Pop"
            REM DATE 1990
            CATALOG 0724349560923
            PERFORMER "Cocteau Twins"
            TITLE "Heaven or Las Vegas"
            FILE "Heaven or Las Vegas.flac" WAVE
              TRACK 01 AUDIO
                TITLE "Cherry-coloured Funk"
                INDEX 01 00:00:00
              TRACK 02 AUDIO
                TITLE "Pitch the Baby"
                PERFORMER "Elizabeth Fraser"
                ISRC GBAFL9000012
                INDEX 00 03:10:50
                INDEX 01 03:12:37
              TRACK 03 MODE1/2352
                INDEX 01 59:00:00
            """;

    private static final Tags FILE = new Tags(
            Map.of(
                    TagField.TITLE, List.of("Heaven or Las Vegas"),
                    TagField.LABEL, List.of("4AD"),
                    TagField.MUSICBRAINZ_RECORDING_ID, List.of("of one track alone")),
            Map.of());

    @Test
    void one_file_becomes_tracks_with_their_own_and_the_common_tags() {
        var clips = CueSheet.read(SHEET).clipsOfOnlyFile(FILE, Duration.ofMinutes(38));
        assertEquals(2, clips.size());
        var first = clips.get(0);
        assertEquals(Duration.ZERO, first.start());
        assertEquals(Duration.ofMillis(192_493), first.end());
        assertEquals("Cherry-coloured Funk", first.tags().first(TagField.TITLE));
        assertEquals("Cocteau Twins", first.tags().first(TagField.ARTIST));
        assertEquals("Heaven or Las Vegas", first.tags().first(TagField.ALBUM));
        assertEquals("1990", first.tags().first(TagField.DATE));
        assertEquals("Dream Pop", first.tags().first(TagField.GENRE));
        assertEquals("4AD", first.tags().first(TagField.LABEL));
        assertNull(first.tags().first(TagField.MUSICBRAINZ_RECORDING_ID));
        var second = clips.get(1);
        assertNull(second.end());
        assertEquals("Elizabeth Fraser", second.tags().first(TagField.ARTIST));
        assertEquals("GBAFL9000012", second.tags().first(TagField.ISRC));
        assertEquals(2, second.tags().number(TagField.TRACK_NUMBER));
        assertEquals(2, second.tags().number(TagField.TRACK_TOTAL));
    }

    @Test
    void a_sheet_of_several_files_says_which_track_lies_where() {
        var sheet = CueSheet.read("FILE one.wav WAVE\nTRACK 1 AUDIO\nINDEX 01 00:00:00\n"
                + "FILE \"two three.wav\" WAVE\nTRACK 2 AUDIO\nTITLE Two\nINDEX 1 00:02:00");
        assertEquals(
                List.of("one.wav", "two three.wav"),
                sheet.files().stream().map(CueSheet.CueFile::name).toList());
        assertEquals(List.of(), sheet.clipsOfOnlyFile(Tags.NONE, null));
        var clips = sheet.clips(sheet.files().get(1), Tags.NONE, null);
        assertEquals(Duration.ofSeconds(2), clips.get(0).start());
        assertEquals("Two", clips.get(0).tags().first(TagField.TITLE));
    }

    @Test
    void what_lies_behind_the_end_or_goes_back_is_no_track() {
        String backwards = "TRACK 1 AUDIO\nINDEX 01 01:00:00\nTRACK 2 AUDIO\nINDEX 01 00:30:00\n"
                + "TRACK 3 AUDIO\nINDEX 01 09:00:00\n";
        assertEquals(
                1,
                CueSheet.read(backwards)
                        .clipsOfOnlyFile(Tags.NONE, Duration.ofMinutes(5))
                        .size());
    }

    @Test
    void hostile_sheets_are_bounded() {
        assertEquals(0, CueSheet.read("").files().size());
        assertEquals(
                0,
                CueSheet.read("\"\nINDEX\nTRACK\nINDEX 01\nFILE\nREM\nTITLE")
                        .files()
                        .size());
        String many = "TRACK 1 AUDIO\nINDEX 01 00:00:00\n".repeat(5_000);
        assertEquals(999, CueSheet.read(many).files().get(0).tracks().size());
    }
}
