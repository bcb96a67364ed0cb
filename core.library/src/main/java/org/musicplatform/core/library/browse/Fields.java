package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.FieldValue;
import org.musicplatform.core.api.library.FieldValue.Origin;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.Overrides;

/** The fields of a track with where each has its values from. */
final class Fields {

    private Fields() {}

    /**
     * Returns them by field.
     *
     * @param title of the track
     * @param tags of its best file
     * @param path of that file, null when there is none
     */
    static List<FieldValue> of(Sql sql, long track, String title, Map<TagField, List<String>> tags, String path)
            throws SQLException {
        var fields = new EnumMap<TagField, FieldValue>(TagField.class);
        if (path != null) {
            tags.forEach((field, values) -> fields.put(field, new FieldValue(field, values, Origin.TAG, path)));
        }
        for (Overrides.Said said : Overrides.of(sql, track)) {
            var origin = said.origin() == Overrides.USER ? Origin.USER : Origin.SERVICE;
            if (said.values().isEmpty()) {
                fields.remove(said.field());
            } else {
                String when = Instant.ofEpochMilli(said.changed()).toString();
                boolean unnamed = origin == Origin.SERVICE && said.service() == null;
                String detail = unnamed ? "a service on " + when : origin == Origin.USER ? when : said.service();
                fields.put(said.field(), new FieldValue(said.field(), said.values(), origin, detail));
            }
        }
        if (path != null && !fields.containsKey(TagField.TITLE)) {
            fields.put(TagField.TITLE, new FieldValue(TagField.TITLE, List.of(title), Origin.FILE_NAME, path));
        }
        return new ArrayList<>(fields.values());
    }
}
