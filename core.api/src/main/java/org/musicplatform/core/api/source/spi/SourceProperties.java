package org.musicplatform.core.api.source.spi;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;

/** Reads what {@link StorageProviderPlugin} declares back from the properties of a service. */
public final class SourceProperties {

    private SourceProperties() {}

    /**
     * Reads the traits. What is absent has the default of the annotation; what this version does not know, or what has
     * another type, counts as absent, so that a plug-in made for a later core still works.
     *
     * @param property returns the value of a property by its full name, or null; e.g. {@code reference::getProperty};
     *     not null
     * @return the declared traits, not null
     */
    public static SourceTraits traits(Function<String, ?> property) {
        var none = SourceTraits.NONE;
        return new SourceTraits(
                capabilities(property.apply(StorageProviderPlugin.CAPABILITIES)),
                property.apply(StorageProviderPlugin.HASH) instanceof String hash ? hash : none.hash(),
                one(property.apply(StorageProviderPlugin.WATCH), none.watch()),
                one(property.apply(StorageProviderPlugin.CASING), none.casing()),
                one(property.apply(StorageProviderPlugin.UNICODE), none.unicode()),
                one(property.apply(StorageProviderPlugin.ORDER), none.order()));
    }

    private static Set<SourceCapability> capabilities(Object value) {
        Stream<?> values = value instanceof Object[] array
                ? Arrays.stream(array)
                : value instanceof Collection<?> several ? several.stream() : Stream.of(String.valueOf(value));
        var names = values.map(String::valueOf).collect(Collectors.toSet());
        var known = EnumSet.allOf(SourceCapability.class);
        known.removeIf(capability -> !names.contains(capability.name()));
        return known;
    }

    private static <E extends Enum<E>> E one(Object value, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().equals(String.valueOf(value)))
                .findFirst()
                .orElse(otherwise);
    }
}
