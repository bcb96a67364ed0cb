package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Sql;

/** What a person or a service says of a track instead of its tags; a person goes before a service. */
public final class Overrides {

    /** The origins in rows, the stronger one later. */
    public static final int SERVICE = 1;

    public static final int USER = 2;

    private Overrides() {}

    private record Row(String field, String values) {}

    public static boolean any(Sql sql, long track) throws SQLException {
        return sql.number("SELECT EXISTS (SELECT 1 FROM override WHERE track_id = ?)", track) > 0;
    }

    /** Returns the tags with what is said instead; a field that is said to be empty is left out. */
    public static Tags apply(Sql sql, long track, Tags tags) throws SQLException {
        var rows = sql.list(
                "SELECT field, vals FROM override WHERE track_id = ? ORDER BY origin",
                row -> new Row(row.getString(1), row.getString(2)),
                track);
        if (rows.isEmpty()) {
            return tags;
        }
        Map<TagField, List<String>> fields = new EnumMap<>(TagField.class);
        fields.putAll(tags.fields());
        for (Row row : rows) {
            var field = TagsText.field(row.field());
            if (field != null) {
                fields.put(field, TagsText.values(row.values()));
            }
        }
        return new Tags(fields, tags.raw());
    }
}
