package org.musicplatform.core.api.event;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that changed. Implementations are immutable records; plug-ins may add their own.
 *
 * <p>Not sealed on purpose: a reader ignores what it does not know.
 */
public interface CoreEvent extends Serializable {

    /** Prefix of all topics of the core. */
    String TOPIC_PREFIX = "org/musicplatform/core/";

    /** Event Admin property that holds the event itself, of type {@link CoreEvent}. */
    String PROPERTY_EVENT = "music.event";

    /** Event Admin property that holds the severity's name, of type {@link String}. */
    String PROPERTY_SEVERITY = "music.severity";

    /** Event Admin property that holds the correlation id, of type {@link String}. */
    String PROPERTY_CORRELATION = "music.correlation";

    /**
     * Returns time, severity and correlation.
     *
     * @return never null
     */
    EventHeader header();

    /**
     * Returns the area of the core that tells, the part of the topic before the name.
     *
     * @return lower case, never null
     */
    String area();

    /**
     * Returns the Event Admin topic.
     *
     * @return {@code org/musicplatform/core/<area>/<Name>}, never null
     */
    default String topic() {
        return TOPIC_PREFIX + area() + "/" + getClass().getSimpleName();
    }

    /**
     * Returns the properties with which this event goes to Event Admin.
     *
     * @return a new map with the keys named here, never null
     */
    default Map<String, ?> properties() {
        var properties = new HashMap<String, Object>();
        properties.put(PROPERTY_EVENT, this);
        properties.put(PROPERTY_SEVERITY, header().severity().name());
        properties.put(PROPERTY_CORRELATION, header().correlationId());
        return properties;
    }
}
