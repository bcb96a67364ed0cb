package org.musicplatform.core.playback;

import java.util.List;
import java.util.Locale;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;

/**
 * A decoder plug-in with its properties.
 *
 * @param id its id
 * @param extensions file name extensions it is asked for, lower case
 * @param factory the plug-in
 */
public record Decoder(String id, List<String> extensions, AudioDecoderFactory factory) {

    public Decoder {
        extensions = List.copyOf(extensions);
    }

    boolean claims(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
