package org.musicplatform.core.api.source.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.SourceTraits.Casing;
import org.musicplatform.core.api.source.SourceTraits.ListingOrder;
import org.musicplatform.core.api.source.SourceTraits.UnicodeForm;
import org.musicplatform.core.api.source.SourceTraits.Watching;

class SourcePropertiesTest {

    private static SourceTraits traits(Map<String, Object> properties) {
        return SourceProperties.traits(properties::get);
    }

    @Test
    void what_is_declared_is_read_back() {
        assertEquals(
                new SourceTraits(
                        Set.of(SourceCapability.DELTA, SourceCapability.STABLE_IDS),
                        "md5",
                        Watching.RELIABLE,
                        Casing.INSENSITIVE,
                        UnicodeForm.NFC,
                        ListingOrder.BY_FOLDER),
                traits(Map.of(
                        "music.source.capabilities", new String[] {"STABLE_IDS", "DELTA"},
                        "music.source.hash", "md5",
                        "music.source.watch", "RELIABLE",
                        "music.source.casing", "INSENSITIVE",
                        "music.source.unicode", "NFC",
                        "music.source.order", "BY_FOLDER")));
    }

    @Test
    void one_or_several_capabilities_may_come_as_any_kind_of_value() {
        var one = SourceTraits.NONE.withCapabilities(Set.of(SourceCapability.DELTA));
        assertEquals(one, traits(Map.of("music.source.capabilities", "DELTA")));
        assertEquals(one, traits(Map.of("music.source.capabilities", List.of("DELTA"))));
    }

    @Test
    void what_is_absent_unknown_or_of_another_type_promises_nothing() {
        assertEquals(SourceTraits.NONE, traits(Map.of()));
        assertEquals(
                SourceTraits.NONE,
                traits(Map.of(
                        "music.source.capabilities",
                        new String[] {"TELEPATHY"},
                        "music.source.hash",
                        5,
                        "music.source.watch",
                        "SOMETIMES",
                        "music.source.casing",
                        new int[0],
                        "music.source.order",
                        true)));
    }
}
