package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.LocalStorageSession;
import org.musicplatform.core.api.source.spi.StorageProvider;

/**
 * Folders of this machine.
 *
 * <p>A location is the canonical path; where the locale cannot express its bytes, a {@code file:} URI. Both forms are
 * understood in every locale.
 */
public final class LocalStorageProvider implements StorageProvider {

    /** What is declared of folders of this machine; a session may say less of its own. */
    public static final SourceTraits TRAITS = LocalTraits.DECLARED;

    private final Path workingFolder;
    private final Path home;
    private final Surroundings surroundings;

    /**
     * Creates a provider that understands {@code ~} and relative paths as the person who started the program does, and
     * has no settings.
     */
    public LocalStorageProvider() {
        this(() -> null);
    }

    /**
     * Creates a provider that understands {@code ~} and relative paths as the person who started the program does.
     *
     * @param settings gives what a person has set, or null when there is nothing of the kind; not null
     */
    public LocalStorageProvider(Supplier<SettingsStore> settings) {
        this(
                Path.of(""),
                Path.of(System.getProperty("user.home", "")),
                Surroundings.here(() -> WatchSettings.of(settings.get())));
    }

    LocalStorageProvider(Path workingFolder, Path home, Surroundings surroundings) {
        this.workingFolder = workingFolder.toAbsolutePath();
        this.home = home.toAbsolutePath();
        this.surroundings = surroundings;
    }

    @Override
    public Location resolve(String location) {
        Path asked = absolute(location);
        String shown = show(asked);
        try {
            Path real = asked.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new SourceException(
                        SourceException.NOT_A_SOURCE, shown + " is a file. Name the folder it lies in.");
            }
            Files.newDirectoryStream(real).close();
            String raw = RawPaths.encode(real);
            String name = RawPaths.show(raw.substring(raw.lastIndexOf('/') + 1));
            return new Location(RawPaths.toText(real), name.isEmpty() ? real.toString() : name);
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    SourceException.ACCESS_DENIED,
                    "The folder " + shown + " may not be read. Change its permissions, or start as another user.",
                    e);
        } catch (FileSystemException e) {
            throw notFound(shown, e);
        } catch (IOException e) {
            throw new SourceException(
                    SourceException.UNAVAILABLE,
                    "The folder " + shown + " cannot be read now: " + e.getMessage() + ".",
                    e);
        }
    }

    @Override
    public LocalStorageSession open(SourceAccount account, Credentials credentials) {
        Path root;
        try {
            root = RawPaths.fromText(account.location());
        } catch (InvalidPathException e) {
            throw notFound(account.location(), e);
        }
        var local = new LocalRoot(root);
        local.require();
        return new LocalSession(local, surroundings);
    }

    @Override
    public String prefixWithin(String outer, String inner) {
        try {
            Path around = RawPaths.fromText(outer);
            Path inside = RawPaths.fromText(inner);
            if (!inside.startsWith(around)) {
                return null;
            }
            return inside.equals(around)
                    ? ""
                    : RawPaths.encode(inside).substring(RawPaths.encode(around).length() + 1) + "/";
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private Path absolute(String location) {
        if (location.isEmpty()) {
            throw new SourceException(SourceException.NOT_FOUND, "No folder is named. Give its path.");
        }
        try {
            if (location.equals("~")) {
                return home;
            }
            if (location.startsWith("~/")) {
                return home.resolve(location.substring(2));
            }
            return workingFolder.resolve(RawPaths.fromText(location));
        } catch (InvalidPathException e) {
            throw notFound(location.replaceAll("\\p{Cntrl}", "\uFFFD"), e);
        }
    }

    private static String show(Path path) {
        String raw = RawPaths.encode(path);
        return raw.isEmpty() ? path.toString() : RawPaths.show(raw);
    }

    private static SourceException notFound(String shown, Exception cause) {
        String hint = shown.indexOf('\uFFFD') < 0
                ? ""
                : " If its name has letters beyond ASCII, start in a UTF-8 locale, e.g. LC_ALL=C.UTF-8.";
        return new SourceException(
                SourceException.NOT_FOUND,
                "There is no folder " + shown + ". Check the spelling, or whether its drive is connected." + hint,
                cause);
    }
}
