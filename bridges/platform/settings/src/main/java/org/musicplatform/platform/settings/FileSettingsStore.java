package org.musicplatform.platform.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.support.DottedKey;
import org.musicplatform.core.support.UninterruptedIo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code settings.properties} in the data directory. A person may edit it while the core runs.
 *
 * <p>While it cannot be read, every setting has its default, and nothing can be set: what a person wrote is not
 * overwritten unseen.
 */
public final class FileSettingsStore implements SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileSettingsStore.class);
    /** A file changed less than this ago may change again within the same tick of its clock. */
    private static final long UNSETTLED_MILLIS = 2_000;

    private final FileSystemAccess files;
    private final Clock clock;
    private SettingsText text = new SettingsText(""); // guarded by this
    private Stamp stamp; // guarded by this; null: read again
    private String reported; // guarded by this

    private record Stamp(FileTime modified, long size, Object file) {}

    /** Creates a store. */
    public FileSettingsStore(FileSystemAccess files) {
        this(files, Clock.systemUTC());
    }

    FileSettingsStore(FileSystemAccess files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String get(String key, String otherwise) {
        checkKey(key);
        return valuesOrDefaults().getOrDefault(key, otherwise);
    }

    @Override
    public long get(String key, long otherwise) {
        String value = get(key, null);
        try {
            return value == null ? otherwise : Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw wrongType(key, value, "a whole number: write it in digits, such as " + otherwise, e);
        }
    }

    @Override
    public boolean get(String key, boolean otherwise) {
        String value = get(key, null);
        if (value == null) {
            return otherwise;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrongType(key, value, "yes or no: write true or false", null);
        };
    }

    @Override
    public synchronized void set(String key, String value) {
        checkKey(key);
        String changed = read().with(key, value);
        files.writeAtomically(file(), changed.getBytes(StandardCharsets.UTF_8));
        stamp = null;
    }

    @Override
    public synchronized List<String> keys() {
        return List.copyOf(read().values().keySet());
    }

    private synchronized Map<String, String> valuesOrDefaults() {
        try {
            var values = read().values();
            reported = null;
            return values;
        } catch (BridgeException e) {
            if (!e.getMessage().equals(reported)) {
                LOG.warn("Every setting has its default. {}", e.getMessage());
                reported = e.getMessage();
            }
            return Map.of();
        }
    }

    // called with the lock
    private SettingsText read() {
        Path file = file();
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var now = new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            if (!now.equals(stamp)) {
                byte[] bytes = UninterruptedIo.call(() -> Files.readAllBytes(file));
                text = new SettingsText(decode(bytes));
                stamp = clock.millis() - now.modified().toMillis() > UNSETTLED_MILLIS ? now : null;
            }
        } catch (NoSuchFileException nothingSet) {
            text = new SettingsText("");
            stamp = null;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8 text", "Save it as UTF-8", e);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw unreadable(file, reason, "Make it a file that you may read", e);
        }
        return text;
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text; // some editors put a mark at the start
    }

    private Path file() {
        return files.dataDirectory().resolve("settings.properties");
    }

    private static void checkKey(String key) {
        if (!DottedKey.isValid(key)) {
            throw new BridgeException(
                    BridgeException.BAD_NAME,
                    "The setting \"" + key + "\" cannot exist. Use lower case words joined by dots, such as"
                            + " sync.max-file-size, at most " + DottedKey.MAX_LENGTH + " characters.",
                    null);
        }
    }

    private static BridgeException wrongType(String key, String value, String wanted, Exception cause) {
        return new BridgeException(
                BridgeException.WRONG_TYPE,
                "The setting " + key + " is \"" + value + "\", but it has to be " + wanted + ".",
                cause);
    }

    private static BridgeException unreadable(Path file, String reason, String remedy, IOException cause) {
        return new BridgeException(
                BridgeException.IO, "Cannot read the settings in " + file + ": " + reason + ". " + remedy + ".", cause);
    }
}
