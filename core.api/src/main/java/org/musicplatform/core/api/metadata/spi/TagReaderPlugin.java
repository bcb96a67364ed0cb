package org.musicplatform.core.api.metadata.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of a {@link TagReader}, read before it is called.
 *
 * <p>Of several readers for an extension the one with the highest {@code service.ranking} is asked first; when it says
 * that the format is none of its own, the next.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TagReaderPlugin {

    /** Prefix of the property names: {@code music.tags.id}, {@code music.tags.extensions}. */
    String PREFIX_ = "music.tags.";

    /** Full name of the id property, for look-ups. */
    String ID = "music.tags.id";

    /** Full name of the extensions property, for look-ups. */
    String EXTENSIONS = "music.tags.extensions";

    /**
     * Names the reader: lower case, kept with every file it read.
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
