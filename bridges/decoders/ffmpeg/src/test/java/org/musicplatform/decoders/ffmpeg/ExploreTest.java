package org.musicplatform.decoders.ffmpeg;
import java.nio.file.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;
class ExploreTest {
    @TempDir Path dir;
    @Test void go() throws Exception {
        try (var factory = new FfmpegDecoderFactory(() -> {})) {
            for (Path f : Fixtures.copyAll(dir)) {
                try (var d = (FfmpegDecoder) factory.open(new BytesContentReader(Files.readAllBytes(f)), f.getFileName().toString())) {
                    float[] s = Sounds.of(d, Long.MAX_VALUE / 100);
                    float[] h = Sounds.heard(f, dir);
                    double max = 0; int where=-1; for (int i = 0; i < Math.min(s.length, h.length); i++) if (where<0 && Math.abs(s[i]-h[i])>1e-4) where=i; for (int i = 0; i < Math.min(s.length, h.length); i++) max = Math.max(max, Math.abs(s[i]-h[i]));
                    System.out.println("XX " + f.getFileName() + " " + d.codec() + " " + d.format() + " frames=" + d.frames() + " got=" + s.length / d.format().channels() + " cli=" + h.length / d.format().channels() + " first4=" + s[0]+","+s[1]+","+s[128]+","+s[129] + " where=" + where + " diff=" + max);
                }
            }
        }
    }
}
