package org.musicplatform.launcher.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Files that are called plug-ins. */
final class BadPlugins {

    private BadPlugins() {}

    /** Does not start. */
    public static final class Throwing implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("there is no licence");
        }

        @Override
        public void stop(BundleContext context) {
            // never started
        }
    }

    static Path noJar(Path file) throws IOException {
        return Files.writeString(file, "This is no jar.");
    }

    static Path noBundle(Path file) throws IOException {
        return jar(file, null, "Created-By", "hand");
    }

    static Path needsMore(Path file) throws IOException {
        return jar(
                file,
                null,
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.example.newer",
                "Import-Package",
                "org.musicplatform.core.api;version=\"[7,8)\"");
    }

    static Path throwing(Path file) throws IOException {
        return jar(
                file,
                Throwing.class,
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.example.throwing",
                "Bundle-Activator",
                Throwing.class.getName(),
                "Import-Package",
                "org.osgi.framework");
    }

    private static Path jar(Path file, Class<?> content, String... headers) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        for (int i = 0; i < headers.length; i += 2) {
            manifest.getMainAttributes().putValue(headers[i], headers[i + 1]);
        }
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            if (content != null) {
                String entry = content.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (var bytes = content.getClassLoader().getResourceAsStream(entry)) {
                    bytes.transferTo(jar);
                }
            }
        }
        return file;
    }
}
