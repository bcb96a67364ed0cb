package org.musicplatform.core.api.source.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.musicplatform.core.api.source.SourceCapability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of a {@link StorageProvider}, read before it is called.
 *
 * <p>Of two providers with the same id the one with the higher {@code service.ranking} is used.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StorageProviderPlugin {

    /** Prefix of the property names: {@code music.source.id}, {@code music.source.capabilities}. */
    String PREFIX_ = "music.source.";

    /** Full name of the id property, for look-ups. */
    String ID = "music.source.id";

    /** Full name of the capabilities property, for look-ups. */
    String CAPABILITIES = "music.source.capabilities";

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
}
