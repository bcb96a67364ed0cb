package org.musicplatform.core.api.playback.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of an {@link AudioDecoderFactory}, read before it is called.
 *
 * <p>Of several factories for an extension the one with the highest {@code service.ranking} is asked first; when it
 * says that the format is none of its own, the next. A file whose extension none of them lists is offered to all.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AudioDecoderPlugin {

    /** Prefix of the property names: {@code music.decoder.id}, {@code music.decoder.extensions}. */
    String PREFIX_ = "music.decoder.";

    /** Full name of the id property, for look-ups. */
    String ID = "music.decoder.id";

    /** Full name of the extensions property, for look-ups. */
    String EXTENSIONS = "music.decoder.extensions";

    /**
     * Names the decoder: lower case.
     *
     * @return the id
     */
    String id();

    /**
     * Lists the file name extensions it knows.
     *
     * @return lower case, without a dot
     */
    String[] extensions();
}
