package org.musicplatform.core.api.playback.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of a {@link PlaybackAdapter}, read before it is called.
 *
 * <p>Of two adapters with the same id the one with the higher {@code service.ranking} is used. When no output is asked
 * for, the adapter with the highest ranking that works is used, of those that are {@link #automatic()}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PlaybackAdapterPlugin {

    /** Prefix of the property names: {@code music.output.id}, {@code music.output.automatic}. */
    String PREFIX_ = "music.output.";

    /** Full name of the id property, for look-ups. */
    String ID = "music.output.id";

    /** Full name of the automatic property, for look-ups. */
    String AUTOMATIC = "music.output.automatic";

    /**
     * Names the output: lower case, without a colon.
     *
     * @return the id
     */
    String id();

    /**
     * Tells whether it may be used when nobody asked for it by name.
     *
     * @return false for an output that needs a target
     */
    boolean automatic() default true;
}
