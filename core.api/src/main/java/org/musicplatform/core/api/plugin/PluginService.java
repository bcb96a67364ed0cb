package org.musicplatform.core.api.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes plug-ins in and out. A jar that is put into the folder of plug-ins, or taken from it, goes the same way.
 *
 * <p>A plug-in is looked at, installed, resolved and started, each within bounds; what fails at one of these steps is
 * refused in words and leaves everything as it was. Thread-safe; every method but the futures returns at once.
 */
@ProviderType
public interface PluginService {

    /**
     * Takes a jar in: a new plug-in, or another version of one that is there.
     *
     * @param jar the file, which is copied; not null
     * @return the plug-in, running; fails with {@link PluginException}
     */
    CompletableFuture<PluginInfo> install(Path jar);

    /**
     * Takes a plug-in out, with its file.
     *
     * @param name its symbolic name, or the name of its file; not null
     * @return what was taken out; fails with {@link PluginException}, code {@code not-found}
     */
    CompletableFuture<PluginInfo> remove(String name);

    /**
     * Lists the plug-ins, those that were refused too.
     *
     * @return by name, never null
     */
    List<PluginInfo> list();
}
