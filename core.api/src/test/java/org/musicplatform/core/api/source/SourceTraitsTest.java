package org.musicplatform.core.api.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceTraits.Casing;
import org.musicplatform.core.api.source.SourceTraits.ListingOrder;
import org.musicplatform.core.api.source.SourceTraits.UnicodeForm;
import org.musicplatform.core.api.source.SourceTraits.Watching;

class SourceTraitsTest {

    private static final SourceTraits DECLARED = new SourceTraits(
            Set.of(SourceCapability.PATH_IDS, SourceCapability.DELTA),
            "md5",
            Watching.UNRELIABLE,
            Casing.UNKNOWN,
            UnicodeForm.RAW,
            ListingOrder.ARBITRARY);

    @Test
    void an_open_source_takes_abilities_back_and_adds_none() {
        var open = new SourceTraits(
                Set.of(SourceCapability.STABLE_IDS, SourceCapability.DELTA),
                "sha1",
                Watching.RELIABLE,
                Casing.SENSITIVE,
                UnicodeForm.NFD,
                ListingOrder.BY_FOLDER);
        assertEquals(
                new SourceTraits(
                        Set.of(SourceCapability.DELTA),
                        "",
                        Watching.UNRELIABLE,
                        Casing.SENSITIVE,
                        UnicodeForm.NFD,
                        ListingOrder.BY_FOLDER),
                open.within(DECLARED));
        assertEquals(
                Watching.NONE,
                DECLARED.withWatch(Watching.NONE).within(DECLARED).watch());
        assertEquals(DECLARED, DECLARED.within(DECLARED));
    }

    @Test
    void abilities_come_in_one_order() {
        assertEquals(
                List.of(SourceCapability.DELTA, SourceCapability.PATH_IDS),
                DECLARED.capabilities().stream().toList());
        assertTrue(DECLARED.can(SourceCapability.DELTA));
        assertFalse(DECLARED.withCapabilities(Set.of()).can(SourceCapability.DELTA));
    }
}
