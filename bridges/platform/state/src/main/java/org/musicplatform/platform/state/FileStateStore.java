package org.musicplatform.platform.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.bridge.StateStore;
import org.musicplatform.core.support.DottedKey;
import org.musicplatform.core.support.UninterruptedIo;

/** One file for each key, below {@code state} in the data directory. */
public final class FileStateStore implements StateStore {

    private static final String ENDING = ".state";

    private final FileSystemAccess files;

    /** Creates a store. */
    public FileStateStore(FileSystemAccess files) {
        this.files = files;
    }

    // one at a time: Windows replaces no file that somebody is reading

    @Override
    public synchronized byte[] get(String key) {
        Path file = file(key);
        try {
            return UninterruptedIo.call(() -> Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return null;
        } catch (IOException e) {
            throw failed("read the state " + key + " from " + file, e);
        }
    }

    @Override
    public synchronized void put(String key, byte[] value) {
        Path file = file(key);
        if (value == null) {
            remove(key, file);
            return;
        }
        if (value.length > MAX_VALUE) {
            throw new BridgeException(
                    BridgeException.BAD_NAME,
                    "The state " + key + " has " + value.length + " bytes, and at most " + MAX_VALUE
                            + " are kept. Store less, or divide it among several keys.",
                    null);
        }
        files.writeAtomically(file, value);
    }

    @Override
    public synchronized List<String> keys() {
        Path directory = directory();
        try (var names = Files.list(directory)) {
            return names.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(DottedKey::isValid)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException e) {
            throw failed("list " + directory, e);
        }
    }

    private static void remove(String key, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("remove the state " + key + " at " + file, e);
        }
    }

    private Path file(String key) {
        if (!DottedKey.isValid(key)) {
            throw new BridgeException(
                    BridgeException.BAD_NAME,
                    "The state key \"" + key + "\" is not allowed. Use lower case words joined by dots, such as"
                            + " sync.history, at most " + DottedKey.MAX_LENGTH + " characters.",
                    null);
        }
        return directory().resolve(key + ENDING);
    }

    private Path directory() {
        return files.dataDirectory().resolve("state");
    }

    private static BridgeException failed(String what, IOException e) {
        return new BridgeException(
                BridgeException.IO,
                "Cannot " + what + " (" + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                        + "). Check the rights of the data directory.",
                e);
    }
}
