package org.musicplatform.hosts.shell;

import java.util.function.Function;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.source.SourceId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads ids: what is none is said so, with an example. */
final class IdOption {

    private IdOption() {}

    /** An album id. */
    static final class OfAlbum implements ITypeConverter<AlbumId> {
        @Override
        public AlbumId convert(String text) {
            return read(text, AlbumId::parse, "an album (al7)");
        }
    }

    /** An artist id. */
    static final class OfArtist implements ITypeConverter<ArtistId> {
        @Override
        public ArtistId convert(String text) {
            return read(text, ArtistId::parse, "an artist (ar3)");
        }
    }

    /** A source id. */
    static final class OfSource implements ITypeConverter<SourceId> {
        @Override
        public SourceId convert(String text) {
            return read(text, SourceId::parse, "a source (s1)");
        }
    }

    private static <T> T read(String text, Function<String, T> parse, String what) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is not the id of " + what + ".");
        }
    }
}
