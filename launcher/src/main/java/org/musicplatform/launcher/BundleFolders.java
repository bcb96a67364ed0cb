package org.musicplatform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Brings the framework in line with folders of bundles, {@code <start level>-<what>}: new ones are installed, newer
 * ones updated, those without a file uninstalled. Bundles from elsewhere are left alone.
 */
final class BundleFolders {

    // the framework reads the jar where it lies instead of copying it
    private static final String LOCATION = "reference:file:";

    private final BundleContext context;
    private final FrameworkStartLevel startLevels;

    BundleFolders(BundleContext context) {
        this.context = context;
        this.startLevels = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
    }

    void bringInLine(Path folders) throws IOException, BundleException {
        Map<String, Bundle> installed = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(LOCATION))
                .collect(Collectors.toMap(Bundle::getLocation, Function.identity()));
        var wanted = new LinkedHashMap<String, Path>(); // in order: as they are installed they start
        for (Path jar : jars(folders)) {
            wanted.put(LOCATION + jar, jar);
        }
        for (var entry : installed.entrySet()) {
            if (!wanted.containsKey(entry.getKey())) {
                entry.getValue().uninstall();
            }
        }
        int initial = startLevels.getInitialBundleStartLevel();
        for (var entry : wanted.entrySet()) {
            bringInLine(entry.getKey(), entry.getValue(), installed.get(entry.getKey()));
        }
        startLevels.setInitialBundleStartLevel(initial);
    }

    private void bringInLine(String location, Path jar, Bundle present) throws IOException, BundleException {
        var bundle = present;
        if (bundle == null) {
            // given before, it is written with the bundle; given after, once more
            startLevels.setInitialBundleStartLevel(level(jar));
            bundle = context.installBundle(location);
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        } else if (Files.getLastModifiedTime(jar).toMillis() > bundle.getLastModified()) {
            bundle.update();
        }
    }

    private static int level(Path jar) {
        String folder = jar.getParent().getFileName().toString();
        return Integer.parseInt(folder.substring(0, folder.indexOf('-')));
    }

    private static java.util.List<Path> jars(Path folders) throws IOException {
        try (Stream<Path> files = Files.walk(folders, 2)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
