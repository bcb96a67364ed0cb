package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.plugin.PluginInfo;

/**
 * A plug-in was taken in, refused, or taken out.
 *
 * @param header when and how, not null
 * @param plugin the plug-in as it is now, not null
 */
public record PluginChanged(EventHeader header, PluginInfo plugin) implements CoreEvent {

    public PluginChanged {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(plugin, "plugin");
    }

    @Override
    public String area() {
        return "plugin";
    }
}
