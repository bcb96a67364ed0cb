package org.musicplatform.platform.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.musicplatform.core.api.plugin.PluginException;

/**
 * What the manifest of a bundle says.
 *
 * @param symbolicName the bundle's name
 * @param version the bundle's version
 */
public record JarHeader(String symbolicName, String version) {

    private static final long MOST_BYTES = 1L << 30;

    /**
     * Looks into a jar.
     *
     * @throws PluginException when it is no bundle; the message says what it is
     */
    static JarHeader read(Path jar) {
        String name = String.valueOf(jar.getFileName());
        if (!Files.isRegularFile(jar)) {
            throw new PluginException(
                    PluginException.UNREADABLE,
                    Files.exists(jar) ? jar + " is no file." : "There is no file " + jar + ".");
        }
        try {
            if (Files.size(jar) > MOST_BYTES) {
                throw new PluginException(PluginException.NOT_A_BUNDLE, name + " is larger than 1 GiB.");
            }
            try (var file = new JarFile(jar.toFile(), false)) {
                var manifest = file.getManifest();
                String symbolic =
                        manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
                if (symbolic == null || symbolic.isBlank()) {
                    throw new PluginException(
                            PluginException.NOT_A_BUNDLE,
                            name + " is a jar, but no OSGi bundle: its manifest has no Bundle-SymbolicName.");
                }
                String version = manifest.getMainAttributes().getValue("Bundle-Version");
                return new JarHeader(symbolic.split(";", 2)[0].strip(), version == null ? "0" : version.strip());
            }
        } catch (IOException e) {
            throw new PluginException(
                    PluginException.NOT_A_BUNDLE, name + " is no jar that can be read (" + e.getMessage() + ").", e);
        }
    }
}
