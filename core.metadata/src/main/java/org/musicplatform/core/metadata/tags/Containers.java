package org.musicplatform.core.metadata.tags;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.adts.AdtsReader;
import org.musicplatform.core.metadata.tags.ape.MonkeysAudioReader;
import org.musicplatform.core.metadata.tags.ape.MusepackReader;
import org.musicplatform.core.metadata.tags.ape.TtaReader;
import org.musicplatform.core.metadata.tags.ape.WavPackReader;
import org.musicplatform.core.metadata.tags.asf.AsfReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.dsd.DffReader;
import org.musicplatform.core.metadata.tags.dsd.DsfReader;
import org.musicplatform.core.metadata.tags.flac.FlacReader;
import org.musicplatform.core.metadata.tags.mp4.Mp4Reader;
import org.musicplatform.core.metadata.tags.mpeg.MpegReader;
import org.musicplatform.core.metadata.tags.ogg.OggReader;
import org.musicplatform.core.metadata.tags.riff.AiffReader;
import org.musicplatform.core.metadata.tags.riff.WaveReader;

/** The containers, told by their first bytes. */
final class Containers {

    /**
     * A container.
     *
     * @param reader its reader
     * @param trailing whether tags lie behind it that the reader does not look for
     */
    record Container(ContainerReader reader, boolean trailing) {}

    private static final Container FLAC = new Container(new FlacReader(), false);
    private static final Container OGG = new Container(new OggReader(), false);
    private static final Container MP4 = new Container(new Mp4Reader(), false);
    private static final Container WAVE = new Container(new WaveReader(), false);
    private static final Container AIFF = new Container(new AiffReader(), false);
    private static final Container DSF = new Container(new DsfReader(), false);
    private static final Container DFF = new Container(new DffReader(), false);
    private static final Container ASF = new Container(new AsfReader(), false);
    private static final Container MPEG = new Container(new MpegReader(), false);
    private static final Container ADTS = new Container(new AdtsReader(), true);
    private static final Container MONKEYS = new Container(new MonkeysAudioReader(), true);
    private static final Container WAVPACK = new Container(new WavPackReader(), true);
    private static final Container MUSEPACK = new Container(new MusepackReader(), true);
    private static final Container TTA = new Container(new TtaReader(), true);

    private static final int ASF_HEADER = 0x3026b275;

    /** Rubbish that a stream of MPEG frames may begin with. */
    private static final int RUBBISH = 4 << 10;

    private Containers() {}

    /**
     * Tells which container begins at a position.
     *
     * @param tagged whether a tag lies before it, which only audio has
     * @return it, or null when it is none that is known
     */
    static Container at(ContentBytes bytes, long at, boolean tagged) throws IOException {
        if (!bytes.has(at, 4)) {
            return tagged ? MPEG : null;
        }
        var byMagic = byMagic(bytes, at);
        if (byMagic != null) {
            return byMagic;
        }
        if (isBox(bytes, at)) {
            return MP4;
        }
        // streams of frames have no magic; whatever follows a tag and is nothing else may begin with rubbish
        if ((bytes.u16(at) & 0xfff6) == 0xfff0) {
            return ADTS;
        }
        return tagged || MpegReader.isNear(bytes, at, RUBBISH) ? MPEG : null;
    }

    private static Container byMagic(ContentBytes bytes, long at) throws IOException {
        return switch (bytes.latin1(at, 4)) {
            case "fLaC" -> FLAC;
            case "OggS" -> OGG;
            case "RIFF", "RF64", "BW64" -> bytes.matches(at + 8, "WAVE") ? WAVE : null;
            case "FORM" -> bytes.matches(at + 8, "AIF") ? AIFF : null;
            case "DSD " -> DSF;
            case "FRM8" -> DFF;
            case "MAC " -> MONKEYS;
            case "wvpk" -> WAVPACK;
            case "MPCK" -> MUSEPACK;
            case "TTA1", "TTA2" -> TTA;
            default -> bytes.i32(at) == ASF_HEADER ? ASF : bytes.matches(at, "MP+") ? MUSEPACK : null;
        };
    }

    private static boolean isBox(ContentBytes bytes, long at) throws IOException {
        if (!bytes.has(at, 8)) {
            return false;
        }
        return switch (bytes.latin1(at + 4, 4)) {
            case "ftyp", "moov", "mdat", "wide", "pnot", "styp" -> true;
            case "free", "skip" -> bytes.u32(at) >= 8;
            default -> false;
        };
    }
}
