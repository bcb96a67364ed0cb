package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** What a person or a service says of a track instead of its tags; a person goes before a service. */
public final class Overrides {

    /** The origins in rows, the stronger one later. */
    public static final int SERVICE = 1;

    public static final int USER = 2;

    private Overrides() {}

    /**
     * What is said of a field.
     *
     * @param values empty when it is said to be empty
     * @param changed when it was said, in milliseconds
     * @param service the id of the service that said it; null of a person, and where that was not noted
     */
    public record Said(TagField field, List<String> values, int origin, long changed, String service) {}

    /** Returns what is said, what is stronger later; fields that this version does not know are left out. */
    public static List<Said> of(Sql sql, long track) throws SQLException {
        var rows = sql.list(
                "SELECT field, vals, origin, changed, service FROM override WHERE track_id = ? ORDER BY origin",
                row -> {
                    var field = TagsText.field(row.getString(1));
                    return field == null
                            ? null
                            : new Said(
                                    field,
                                    TagsText.values(row.getString(2)),
                                    row.getInt(3),
                                    row.getLong(4),
                                    row.getString(5));
                },
                track);
        rows.removeIf(Objects::isNull);
        return rows;
    }

    /** Returns the tags with what is said instead; a field that is said to be empty is left out. */
    public static Tags apply(Sql sql, long track, Tags tags) throws SQLException {
        var said = of(sql, track);
        if (said.isEmpty()) {
            return tags;
        }
        Map<TagField, List<String>> fields = new EnumMap<>(TagField.class);
        fields.putAll(tags.fields());
        for (Said one : said) {
            if (one.values().isEmpty()) {
                fields.remove(one.field());
            } else {
                fields.put(one.field(), one.values());
            }
        }
        return new Tags(fields, tags.raw());
    }

    /** Has a person say something of a field; the track is to be described again. */
    public static void put(Writing writing, long track, TagField field, List<String> values) throws SQLException {
        put(writing, track, field, values, USER, null);
    }

    /** Has a service say something of a field, instead of what one said before; the track is to be described again. */
    public static void put(Writing writing, long track, TagField field, List<String> values, String service)
            throws SQLException {
        put(writing, track, field, values, SERVICE, service);
    }

    private static void put(
            Writing writing, long track, TagField field, List<String> values, int origin, String service)
            throws SQLException {
        writing.sql()
                .update(
                        "INSERT OR REPLACE INTO override (track_id, field, vals, origin, changed, service)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        track,
                        field.name(),
                        TagsText.json(values),
                        origin,
                        writing.now(),
                        service);
    }

    /** Says nothing of a field any more; the track is to be described again. */
    public static void remove(Writing writing, long track, TagField field, int origin) throws SQLException {
        writing.sql()
                .update(
                        "DELETE FROM override WHERE track_id = ? AND field = ? AND origin = ?",
                        track,
                        field.name(),
                        origin);
    }
}
