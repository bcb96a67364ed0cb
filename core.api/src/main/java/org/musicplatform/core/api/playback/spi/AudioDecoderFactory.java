package org.musicplatform.core.api.playback.spi;

import java.io.IOException;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.source.ContentReader;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decodes one or more formats.
 *
 * <pre>{@code
 * @Component
 * @AudioDecoderPlugin(id = "example", extensions = {"xm", "mod"})
 * public final class ModuleDecoderFactory implements AudioDecoderFactory { ... }
 * }</pre>
 *
 * <p>Thread-safe: several players open decoders at once. A call gets 20 seconds, is then interrupted, and abandoned
 * when that does not help. Unchecked exceptions, linkage errors and lack of memory are contained and reported for the
 * file.
 */
@ConsumerType
public interface AudioDecoderFactory {

    /**
     * Opens a file as far as is needed to know its format.
     *
     * @param content its bytes, not null; closed by the caller after the decoder, or after a failure of this call
     * @param name its file name, for formats that only a name tells, not null
     * @return a decoder at the first frame, not null
     * @throws PlaybackException with code {@code unsupported-codec} when it is none of this factory's formats (the next
     *     factory is asked), with another code when it is but cannot be decoded
     * @throws IOException when the bytes cannot be read
     */
    AudioDecoder open(ContentReader content, String name) throws IOException;
}
