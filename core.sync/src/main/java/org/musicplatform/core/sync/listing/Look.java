package org.musicplatform.core.sync.listing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.musicplatform.core.api.source.spi.Watch;

/**
 * What is to be looked at in a source.
 *
 * @param kind what
 * @param places the folders, empty unless {@code PLACES}
 * @param folder the folder as people see it, null unless {@code FOLDER}
 */
public record Look(Kind kind, List<Watch.Place> places, String folder) {

    /** How many places are kept apart: beyond, looking at everything is less work. */
    static final int MOST_PLACES = 1_000;

    /** Everything. */
    public static final Look ALL = new Look(Kind.ALL, List.of(), null);

    /** What is looked at. */
    public enum Kind {
        /** Everything, or everything that changed. */
        ALL,
        /** Folders that a watch told of. */
        PLACES,
        /** One folder that somebody asks for: only its files are read. */
        FOLDER
    }

    public Look {
        places = List.copyOf(places);
    }

    /** Looks where a watch says. */
    public static Look at(Watch.Changes changes) {
        return changes.everything() || changes.places().size() > MOST_PLACES
                ? ALL
                : new Look(Kind.PLACES, changes.places(), null);
    }

    /** Looks at one folder. */
    public static Look folder(String shown) {
        return new Look(Kind.FOLDER, List.of(), shown);
    }

    /** Returns a look that sees what both see. */
    public Look and(Look later) {
        if (equals(later)) {
            return this;
        }
        if (kind != Kind.PLACES || later.kind != Kind.PLACES) {
            return ALL;
        }
        var both = new LinkedHashSet<>(places);
        both.removeAll(later.places); // a place that is told of again is looked at after what was told between
        both.addAll(later.places);
        var below = both.stream().filter(Watch.Place::below).toList();
        var left = new ArrayList<Watch.Place>();
        for (Watch.Place place : both) {
            boolean covered = place.movedFrom() == null
                    && below.stream()
                            .anyMatch(wide -> wide != place
                                    && place.folderId().startsWith(wide.folderId())
                                    && !(wide.folderId().equals(place.folderId()) && place.below()));
            if (!covered) {
                left.add(place);
            }
        }
        return left.size() > MOST_PLACES ? ALL : new Look(Kind.PLACES, left, null);
    }
}
