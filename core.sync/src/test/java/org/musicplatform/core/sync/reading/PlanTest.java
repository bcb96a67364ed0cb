package org.musicplatform.core.sync.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.sync.SyncOptions;

class PlanTest {

    private static final Duration DOWNLOAD = Duration.ofSeconds(60);
    private static final SourceTraits DRIVE = SourceTraits.NONE.withCapabilities(Set.of(SourceCapability.STABLE_IDS));

    private static Plan plan(SyncOptions options, SourceTraits traits, boolean local) {
        return Plan.of(options, traits, local, IntakeKind.FULL, DOWNLOAD, 8);
    }

    @Test
    void files_of_this_machine_go_to_readers_in_runs_of_neighbours() {
        var plan = plan(SyncOptions.DEFAULT, SourceTraits.NONE, true);
        assertEquals(Workload.LOCAL, plan.workload());
        assertTrue(plan.run() > 10);
        assertEquals(4, plan.runs(2));
        assertFalse(plan.finishFirst());
    }

    @Test
    void files_behind_a_network_are_read_one_by_one_by_many_within_the_time_of_a_download() {
        var plan = plan(SyncOptions.DEFAULT, DRIVE, false);
        assertEquals(new Plan(Workload.NETWORK, 1, DOWNLOAD, 0, true), plan);
        assertFalse(plan(SyncOptions.DEFAULT, SourceTraits.NONE, false).finishFirst(), "moves are told by tags alone");
    }

    @Test
    void work_that_nobody_waits_for_is_one_file_at_a_time_and_few_a_second_behind_a_network() {
        var background = SyncOptions.DEFAULT.withPace(SyncOptions.Pace.BACKGROUND);
        var far = plan(background, DRIVE, false);
        assertEquals(Workload.BACKGROUND, far.workload());
        assertEquals(8, far.perSecond());
        assertEquals(1, far.runs(1));
        assertEquals(0, plan(background, SourceTraits.NONE, true).perSecond());
    }

    @Test
    void a_job_that_is_limited_begins_little_at_once() {
        var plan = plan(SyncOptions.DEFAULT.withCpu(25), SourceTraits.NONE, true);
        assertTrue(plan.run() * plan.runs(2) <= 8);
    }
}
