package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankedServicesTest {

    private static final class Reference implements Comparable<Reference> {
        private int ranking;

        Reference(int ranking) {
            this.ranking = ranking;
        }

        @Override
        public int compareTo(Reference other) {
            return Integer.compare(ranking, other.ranking);
        }
    }

    private final RankedServices<Reference, String> services = new RankedServices<>();

    private List<String> names() {
        return services.all().stream().map(RankedServices.Ranked::service).toList();
    }

    @Test
    void the_highest_ranking_comes_first() {
        services.put(new Reference(0), "low");
        services.put(new Reference(5), "high");
        services.put(new Reference(3), "middle");
        assertEquals(List.of("high", "middle", "low"), names());
        assertEquals("high", services.best());
    }

    @Test
    void without_services_there_is_no_best_one() {
        assertNull(services.best());
        assertEquals(List.of(), services.all());
    }

    @Test
    void a_replacement_that_is_bound_first_survives_the_going_of_the_old_one() {
        var old = new Reference(0);
        services.put(old, "old");
        services.put(new Reference(1), "new");
        services.remove(old);
        assertEquals(List.of("new"), names());
    }

    @Test
    void a_changed_ranking_changes_the_order() {
        var rising = new Reference(0);
        services.put(rising, "rising");
        services.put(new Reference(1), "steady");
        rising.ranking = 2;
        services.put(rising, "rising");
        assertEquals(List.of("rising", "steady"), names());
    }

    @Test
    void a_snapshot_stays_as_it_was() {
        services.put(new Reference(0), "a");
        var before = services.all();
        services.put(new Reference(1), "b");
        assertEquals(1, before.size());
    }
}
