package org.musicplatform.decoders.ffmpeg;

import java.nio.file.Path;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;

/**
 * Where JavaCPP unpacks the libraries, unless a person says otherwise. One folder for each class loader that carries
 * them: the machine loads a file for one class loader only, and what was loaded must not be overwritten.
 */
public final class NativeCache {

    private static final String SETTING = "org.bytedeco.javacpp.cachedir";
    /** Who uses which folder, known to all of this process: frameworks and bundles come and go in it. */
    private static final String TAKEN = "org.musicplatform.decoders.ffmpeg.natives.";

    private static final String NAME = "ffmpeg";

    private final Path parent;

    /**
     * Creates a cache; touches nothing yet.
     *
     * @param parent the folder above, made when missing; not null
     */
    public NativeCache(Path parent) {
        this.parent = parent;
    }

    /** Tells JavaCPP, which looks once: to be called before a class of FFmpeg is touched. */
    public void use() {
        String carrier = Integer.toHexString(System.identityHashCode(Loader.class.getClassLoader()));
        choose(System.getProperties(), carrier);
    }

    void choose(Properties properties, String carrier) {
        synchronized (properties) {
            String given = properties.getProperty(SETTING);
            if (given != null && properties.getProperty(TAKEN + given) == null) {
                return; // a person's own choice
            }
            String name = parent.resolve(NAME).toString();
            String folder = name;
            for (int i = 2; takenByAnother(properties, folder, carrier); i++) {
                folder = name + "-" + i;
            }
            properties.setProperty(TAKEN + folder, carrier);
            properties.setProperty(SETTING, folder);
        }
    }

    private static boolean takenByAnother(Properties properties, String folder, String carrier) {
        String by = properties.getProperty(TAKEN + folder);
        return by != null && !by.equals(carrier);
    }
}
