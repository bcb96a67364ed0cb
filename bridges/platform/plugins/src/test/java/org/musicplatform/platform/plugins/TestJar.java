package org.musicplatform.platform.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes jars of plug-ins. */
public final class TestJar {

    private final Manifest manifest = new Manifest();
    private Class<?> activator;

    private TestJar() {
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    }

    public static TestJar plain() {
        return new TestJar();
    }

    public static TestJar bundle(String name, String version) {
        return new TestJar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", name)
                .header("Bundle-Version", version);
    }

    public TestJar header(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    /** Has a class of the test as its activator. */
    public TestJar activator(Class<?> type) {
        activator = type;
        return header("Bundle-Activator", type.getName()).header("Import-Package", "org.osgi.framework");
    }

    public Path write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (var jar = new JarOutputStream(Files.newOutputStream(part), manifest)) {
                if (activator != null) {
                    String entry = activator.getName().replace('.', '/') + ".class";
                    jar.putNextEntry(new JarEntry(entry));
                    try (var bytes = activator.getClassLoader().getResourceAsStream(entry)) {
                        bytes.transferTo(jar);
                    }
                }
            }
            return Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
