package org.musicplatform.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The bundles that this artifact carries inside, and their copies in a cache, where a framework can read them. */
final class CarriedBundles {

    private static final String FOLDER = "org/musicplatform/embedded/bundles";
    private static final String API = "/org/musicplatform/embedded/api/META-INF/MANIFEST.MF";

    private CarriedBundles() {}

    /** Copies what is not there yet, drops what is of another build, and returns the copies in order of their names. */
    static List<Path> copyTo(Path cache) throws IOException {
        Files.createDirectories(cache);
        var wanted = carried(cache);
        try (Stream<Path> there = Files.list(cache)) {
            for (Path old : there.filter(file -> !wanted.contains(file)).toList()) {
                Files.delete(old);
            }
        }
        return wanted;
    }

    private static List<Path> carried(Path cache) throws IOException {
        Path home = home();
        if (Files.isDirectory(home)) {
            return copies(home.resolve(FOLDER), cache);
        }
        try (var jar = FileSystems.newFileSystem(home)) {
            return copies(jar.getPath(FOLDER), cache);
        }
    }

    private static Path home() throws IOException {
        try {
            return Path.of(CarriedBundles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static List<Path> copies(Path folder, Path cache) throws IOException {
        try (Stream<Path> bundles = Files.list(folder)) {
            var copies = new java.util.ArrayList<Path>();
            for (Path bundle : bundles.sorted().toList()) {
                Path copy = cache.resolve(bundle.getFileName().toString());
                boolean same = Files.exists(copy)
                        && Files.size(copy) == Files.size(bundle)
                        && Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(bundle));
                if (!same) {
                    Files.copy(bundle, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
                copies.add(copy);
            }
            return copies;
        }
    }

    /** Returns the packages of {@code core.api} that the program shares with the bundles, as its manifest has them. */
    static String sharedPackages() throws IOException {
        try (var in = CarriedBundles.class.getResourceAsStream(API)) {
            return new Manifest(in).getMainAttributes().getValue("Export-Package");
        }
    }

    static String symbolicName(Path bundle) throws IOException {
        try (var jar = new JarFile(bundle.toFile())) {
            var manifest = jar.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            return name == null ? "" : name.split(";", 2)[0].strip();
        }
    }
}
