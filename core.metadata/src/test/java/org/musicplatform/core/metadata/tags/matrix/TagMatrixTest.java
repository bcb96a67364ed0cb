package org.musicplatform.core.metadata.tags.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.testkit.source.BytesContentReader;

/** Every format with every version of tag that it takes: full, with little, with nothing, and with nonsense. */
class TagMatrixTest {

    private static final Map<TagField, String> FULL = full();

    static Stream<Arguments> pairs() {
        return Stream.of(Carrier.values())
                .flatMap(carrier -> carrier.forms().stream().map(form -> Arguments.of(carrier, form)));
    }

    private static Map<TagField, String> full() {
        var values = new EnumMap<TagField, String>(TagField.class);
        values.put(TITLE, "Rain");
        values.put(ARTIST, "Ella");
        values.put(ALBUM, "Weather");
        values.put(ALBUM_ARTIST, "Various");
        values.put(TRACK_NUMBER, "3");
        values.put(TRACK_TOTAL, "12");
        values.put(DISC_NUMBER, "1");
        values.put(DISC_TOTAL, "2");
        values.put(DATE, "1957");
        values.put(GENRE, "Jazz");
        values.put(COMPOSER, "Louis");
        values.put(COMMENT, "Live");
        return values;
    }

    private static TagReading read(Carrier carrier, byte[] file) throws IOException {
        var reading = new NativeTagReader().read(new BytesContentReader(file), "a." + carrier.extension());
        assertEquals(carrier.codec(), reading.properties().codec());
        assertEquals(carrier.millis(), reading.properties().duration().toMillis());
        return reading;
    }

    private static void assertFields(Map<TagField, String> expected, TagReading reading) {
        var seen = new TreeMap<TagField, String>();
        for (TagField field : FULL.keySet()) {
            if (reading.tags().first(field) != null) {
                seen.put(field, String.join("|", reading.tags().all(field)));
            }
        }
        assertEquals(new TreeMap<>(expected), seen);
        assertEquals(java.util.List.of(), reading.warnings());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void every_field_that_the_tag_has_room_for_is_read(Carrier carrier, TagForm form) throws Exception {
        var values = new EnumMap<>(FULL);
        values.keySet().retainAll(form.fields());
        assertFields(values, read(carrier, carrier.file(form, form.write(values))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_tag_with_little_gives_that_and_no_more(Carrier carrier, TagForm form) throws Exception {
        var values = new EnumMap<>(FULL);
        values.keySet().retainAll(form.fields());
        values.keySet().retainAll(java.util.Set.of(TITLE, TRACK_NUMBER));
        assertFields(values, read(carrier, carrier.file(form, form.write(values))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_tag_with_nothing_is_a_file_with_nothing_but_sound(Carrier carrier, TagForm form) throws Exception {
        assertFields(Map.of(), read(carrier, carrier.file(form, form.write(Map.of()))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_tag_of_nonsense_leaves_the_sound_what_it_is(Carrier carrier, TagForm form) throws Exception {
        var reading = read(carrier, carrier.file(form, form.broken()));
        for (TagField field : FULL.keySet()) {
            String value = reading.tags().first(field);
            assertFalse(value != null && value.indexOf('\0') >= 0, value);
        }
    }
}
