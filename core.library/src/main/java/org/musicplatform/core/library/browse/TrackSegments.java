package org.musicplatform.core.library.browse;

import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackOrder;

/** The orders of tracks. A part of which a filter lets nothing through is left out. */
final class TrackSegments {

    private final TrackOrder order;
    private final TrackFilter filter;
    private final long listener;

    private TrackSegments(TrackOrder order, TrackFilter filter, long listener) {
        this.order = order;
        this.filter = filter;
        this.listener = listener;
    }

    static List<Segment> of(TrackOrder order, TrackFilter filter, long listener) {
        return new TrackSegments(order, filter, listener).segments();
    }

    private List<Segment> segments() {
        return switch (order.sort()) {
            case TITLE -> List.of(by("track_title", Condition.ALWAYS, "t.sort"));
            case ARTIST ->
                List.of(
                        by(
                                "track_artist_album",
                                Condition.of("t.artist_sort > ''"),
                                "t.artist_sort",
                                "t.album_sort",
                                "t.album_id",
                                "t.album_place"),
                        by(
                                "track_artist_album",
                                Condition.of("t.artist_sort = ''"),
                                "t.album_sort",
                                "t.album_id",
                                "t.album_place"));
            case ALBUM ->
                List.of(
                        by(
                                "track_album",
                                Condition.of("t.album_sort > ''"),
                                "t.album_sort",
                                "t.album_id",
                                "t.album_place"),
                        by("track_album", Condition.of("t.album_sort = ''"), "t.album_id", "t.album_place"));
            case YEAR -> {
                var known = by("track_year", Condition.of("t.year IS NOT NULL"), "t.year");
                yield filter.years() != null
                        ? List.of(known)
                        : List.of(known, by("track_year", Condition.of("t.year IS NULL")));
            }
            case DURATION ->
                List.of(
                        by("track_duration", Condition.of("t.duration_ms IS NOT NULL"), "t.duration_ms"),
                        by("track_duration", Condition.of("t.duration_ms IS NULL")));
            case ADDED -> List.of(byId(Condition.ALWAYS));
            case PLAYED ->
                annotated(
                        "annotation_played",
                        "last_played",
                        "IS NOT NULL",
                        filter.said().played());
            case RATING ->
                annotated("annotation_rating", "rating", "> 0", filter.said().minRating() == null ? null : true);
            case RANDOM -> throw new IllegalArgumentException("no index has an order by chance");
        };
    }

    private Segment by(String index, Condition where, String... columns) {
        return Segment.of(Kind.TRACK, Kind.TRACK.by(index), where, List.of(columns), order.descending());
    }

    private Segment byId(Condition where) {
        return Segment.of(Kind.TRACK, Kind.TRACK.byId(), where, List.of(), order.descending());
    }

    /** Those that the listener gave a value, then the others; only some of these when that is asked for anyway. */
    private List<Segment> annotated(String index, String column, String has, Boolean asked) {
        var segments = new ArrayList<Segment>();
        if (asked == null || asked) {
            segments.add(new Segment(
                    "annotation n INDEXED BY " + index,
                    "n.track_id",
                    " CROSS JOIN annotation n ON n.track_id = ",
                    Condition.of("n.listener_id = ? AND n." + column + " " + has, listener),
                    List.of("n." + column),
                    order.descending()));
        }
        if (asked == null || !asked) {
            segments.add(byId(
                    TrackConditions.said(listener, "n." + column + " " + has).not()));
        }
        return segments;
    }
}
