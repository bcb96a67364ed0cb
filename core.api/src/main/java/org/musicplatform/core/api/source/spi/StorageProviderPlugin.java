package org.musicplatform.core.api.source.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of a {@link StorageProvider}, read before it is called; {@link SourceProperties} reads them.
 *
 * <p>Of two providers with the same id the one with the higher {@code service.ranking} is used.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StorageProviderPlugin {

    /** Prefix of the property names, e.g. {@code music.source.id}. */
    String PREFIX_ = "music.source.";

    /** Full name of the id property, for look-ups. */
    String ID = "music.source.id";

    /** Full name of the capabilities property, for look-ups. */
    String CAPABILITIES = "music.source.capabilities";

    /** Full name of the property with the kind of hash, for look-ups. */
    String HASH = "music.source.hash";

    /** Full name of the property that says whether it tells of changes, for look-ups. */
    String WATCH = "music.source.watch";

    /** Full name of the property that says which names are the same, for look-ups. */
    String CASING = "music.source.casing";

    /** Full name of the property with the Unicode form of names, for look-ups. */
    String UNICODE = "music.source.unicode";

    /** Full name of the property with the order of listings, for look-ups. */
    String ORDER = "music.source.order";

    /**
     * Names the kind of source: lower case, stable for ever, kept in the library of every user.
     *
     * @return the id
     */
    String id();

    /**
     * Lists what it can do.
     *
     * @return names of {@link SourceCapability}
     */
    SourceCapability[] capabilities() default {};

    /**
     * Names the kind of hash that its items carry, as in {@link SourceTraits#hash}.
     *
     * @return e.g. {@code md5}; empty for none
     */
    String hash() default "";

    /**
     * Says whether its sessions are {@link WatchingSession}s.
     *
     * @return name of the way
     */
    SourceTraits.Watching watch() default SourceTraits.Watching.NONE;

    /**
     * Says which names within a folder are the same.
     *
     * @return name of the rule
     */
    SourceTraits.Casing casing() default SourceTraits.Casing.UNKNOWN;

    /**
     * Says in which Unicode form names come.
     *
     * @return name of the form
     */
    SourceTraits.UnicodeForm unicode() default SourceTraits.UnicodeForm.RAW;

    /**
     * Says in which order items are listed.
     *
     * @return name of the order
     */
    SourceTraits.ListingOrder order() default SourceTraits.ListingOrder.ARBITRARY;
}
