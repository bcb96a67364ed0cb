package org.musicplatform.platform.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.musicplatform.core.api.plugin.PluginException;

/** Where plug-ins run. Called by one thread. */
public interface PluginHost {

    /**
     * A plug-in that is installed.
     *
     * @param key what it was installed as
     * @param header what its manifest says
     */
    record Installed(String key, JarHeader header) {}

    /** Lists what is installed from plug-ins, running or not. */
    List<Installed> installed();

    /** Tells whether a part of the host itself has this symbolic name. */
    boolean isOwn(String symbolicName);

    /**
     * Installs and starts.
     *
     * @throws PluginException when it does not resolve or start; nothing of it is left then
     * @throws IOException when the jar cannot be read
     */
    void install(String key, Path jar) throws IOException, InterruptedException;

    /**
     * Starts what is installed.
     *
     * @throws PluginException when it does not resolve or start; it is uninstalled then
     */
    void start(String key) throws InterruptedException;

    /** Stops and uninstalls. Does nothing when it is not there. */
    void uninstall(String key) throws InterruptedException;
}
