package org.musicplatform.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * How a core is embedded.
 *
 * @param home directory of library, settings, cache and plug-ins; made when it is not there; not null
 * @param framework what makes the framework, or null for the one on the class path
 * @param bundles further bundles to start, such as plug-ins of the host; not null
 * @param without symbolic names of bundles that are left out, not null
 * @param patience how long starting may take, not null
 */
public record EmbeddedConfig(
        Path home, FrameworkFactory framework, List<Path> bundles, Set<String> without, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public EmbeddedConfig {
        home = home.toAbsolutePath().normalize();
        bundles = List.copyOf(bundles);
        without = Set.copyOf(without);
        Objects.requireNonNull(patience, "patience");
    }

    /**
     * All of the core, in the framework that is on the class path.
     *
     * @param home directory of library, settings, cache and plug-ins, not null
     * @return a configuration
     */
    public static EmbeddedConfig at(Path home) {
        return new EmbeddedConfig(home, null, List.of(), Set.of(), PATIENCE);
    }

    /**
     * The same in another framework, for example Eclipse Equinox.
     *
     * @param factory what makes it, not null
     * @return a configuration
     */
    public EmbeddedConfig in(FrameworkFactory factory) {
        return new EmbeddedConfig(home, factory, bundles, without, patience);
    }

    /**
     * The same with further bundles.
     *
     * @param jars their files, not null
     * @return a configuration
     */
    public EmbeddedConfig with(Path... jars) {
        return new EmbeddedConfig(home, framework, List.of(jars), without, patience);
    }

    /**
     * The same without some bundles.
     *
     * @param symbolicNames their symbolic names, e.g. {@code org.musicplatform.core.service}; not null
     * @return a configuration
     */
    public EmbeddedConfig without(String... symbolicNames) {
        return new EmbeddedConfig(home, framework, bundles, Set.of(symbolicNames), patience);
    }

    /**
     * The same with another limit for starting.
     *
     * @param limit at least a second, not null
     * @return a configuration
     */
    public EmbeddedConfig within(Duration limit) {
        return new EmbeddedConfig(home, framework, bundles, without, limit);
    }
}
