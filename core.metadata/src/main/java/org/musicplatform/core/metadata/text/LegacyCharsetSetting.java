package org.musicplatform.core.metadata.text;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.metadata.tags.fields.LegacyText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the setting {@value #KEY}: {@code auto}, {@code off}, or the charset of all 8-bit texts. */
public final class LegacyCharsetSetting implements LegacyText {

    /** Name of the setting. */
    public static final String KEY = "metadata.legacy-charset";

    private static final Logger LOG = LoggerFactory.getLogger(LegacyCharsetSetting.class);
    private static final String AUTO = "auto";

    private final Supplier<SettingsStore> settings;

    /**
     * Creates it.
     *
     * @param settings gives the store of the moment, or null when there is none
     */
    public LegacyCharsetSetting(Supplier<SettingsStore> settings) {
        this.settings = settings;
    }

    @Override
    public Charset charset(List<String> texts) {
        var store = settings.get();
        try {
            return CharsetGuess.of(store == null ? AUTO : store.get(KEY, AUTO)).charset(texts);
        } catch (BridgeException | IllegalArgumentException wrong) {
            LOG.warn(
                    "The setting {} is ignored; set it to auto, off or the name of a charset: {}",
                    KEY,
                    wrong.getMessage());
            return CharsetGuess.of(AUTO).charset(texts);
        }
    }
}
