package org.musicplatform.metadata.jaudiotagger;

import java.util.function.Supplier;
import org.jaudiotagger.audio.aiff.AiffFileReader;
import org.jaudiotagger.audio.asf.AsfFileReader;
import org.jaudiotagger.audio.dsf.DsfFileReader;
import org.jaudiotagger.audio.flac.FlacFileReader;
import org.jaudiotagger.audio.generic.AudioFileReader;
import org.jaudiotagger.audio.mp3.MP3FileReader;
import org.jaudiotagger.audio.mp4.Mp4FileReader;
import org.jaudiotagger.audio.ogg.OggFileReader;
import org.jaudiotagger.audio.wav.WavFileReader;

/** The formats that can be told from their first bytes; those without a reader are at least called by their name. */
enum AudioFormat {
    MPEG("MPEG", "MPEG audio", MP3FileReader::new),
    FLAC("FLAC", "FLAC", FlacFileReader::new),
    VORBIS("Ogg", "Ogg Vorbis", OggFileReader::new),
    MP4("MP4", "MP4 audio", Mp4FileReader::new),
    WAVE("RIFF", "WAVE", WavFileReader::new),
    AIFF("AIFF", "AIFF", AiffFileReader::new),
    ASF("ASF", "Windows Media audio", AsfFileReader::new),
    DSF("DSF", "DSF", DsfFileReader::new),
    OPUS("Ogg", "Opus", null),
    SPEEX("Ogg", "Speex", null),
    OGG_FLAC("Ogg", "FLAC in Ogg", null),
    OGG("Ogg", "Ogg", null),
    RF64("RF64", "RF64", null),
    ADTS("ADTS", "raw AAC (ADTS)", null),
    APE("APE", "Monkey's Audio", null),
    WAVPACK("WavPack", "WavPack", null),
    MUSEPACK("Musepack", "Musepack", null),
    TTA("TTA", "True Audio", null),
    DSDIFF("DSDIFF", "DSDIFF", null),
    MATROSKA("Matroska", "Matroska", null),
    NONE("", "", null);

    private final String container;
    private final String words;
    private final Supplier<AudioFileReader> reader;

    AudioFormat(String container, String words, Supplier<AudioFileReader> reader) {
        this.container = container;
        this.words = words;
        this.reader = reader;
    }

    String container() {
        return container;
    }

    String words() {
        return words;
    }

    /** A new reader, which is for one file; null when the library has none. */
    Supplier<AudioFileReader> reader() {
        return reader;
    }

    String refusal() {
        return this == NONE
                ? "It is no audio file, or of a format that is not known."
                : "The format " + words + " cannot be read yet.";
    }
}
