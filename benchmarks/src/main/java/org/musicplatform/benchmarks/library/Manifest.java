package org.musicplatform.benchmarks.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

/** The rows as the floor reads them: JSON Lines in the form that a corpus has. */
final class Manifest {

    private Manifest() {}

    static void write(SyntheticLibrary music, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file);
                var json = new JsonFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            for (int source = 0; source < SyntheticLibrary.SOURCES; source++) {
                for (var tracks = music.walk(source); tracks.hasNext(); ) {
                    var track = tracks.next();
                    row(json, source + "/" + track.path(), track);
                    json.writeRaw('\n');
                }
            }
        }
    }

    private static void row(JsonGenerator json, String path, SyntheticTrack track) throws IOException {
        var tags = SyntheticTags.reading(track).tags();
        json.writeStartObject();
        json.writeStringField("path", path);
        json.writeObjectFieldStart("tags");
        text(json, "title", tags, TagField.TITLE);
        text(json, "album", tags, TagField.ALBUM);
        text(json, "artist", tags, TagField.ARTIST);
        text(json, "albumartist", tags, TagField.ALBUM_ARTIST);
        json.writeArrayFieldStart("genre");
        for (String genre : tags.all(TagField.GENRE)) {
            json.writeString(genre);
        }
        json.writeEndArray();
        text(json, "date", tags, TagField.DATE);
        number(json, "track", tags, TagField.TRACK_NUMBER);
        number(json, "disc", tags, TagField.DISC_NUMBER);
        json.writeEndObject();
        json.writeNumberField("seconds", track.millis() / 1e3);
        json.writeNumberField("bytes", track.bytes());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Tags tags, TagField field) throws IOException {
        if (tags.first(field) != null) {
            json.writeStringField(name, tags.first(field));
        }
    }

    private static void number(JsonGenerator json, String name, Tags tags, TagField field) throws IOException {
        if (tags.number(field) != null) {
            json.writeNumberField(name, tags.number(field));
        }
    }
}
