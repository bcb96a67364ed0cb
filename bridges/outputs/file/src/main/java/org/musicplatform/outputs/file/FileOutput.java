package org.musicplatform.outputs.file;

import java.io.IOException;
import java.nio.file.Path;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.AudioOutput;

/** Writes one file per shape: {@code OUT.wav}, then {@code OUT-2.wav} and so on. */
final class FileOutput implements AudioOutput {

    private final Path first;
    private WaveFile wave; // used by the writing thread, closed after it
    private int files;
    private volatile long taken;

    FileOutput(Path first) {
        this.first = first;
    }

    @Override
    public String configure(AudioFormat format) throws IOException {
        taken = 0;
        if (wave != null && wave.format().sameShape(format)) {
            return depth(wave.format(), format);
        }
        var before = wave;
        if (before != null) {
            wave = null;
            before.close();
        }
        files++;
        wave = WaveFile.create(name(), format);
        return before == null
                ? ""
                : format + " follows " + before.format() + ": it is in "
                        + wave.file().getFileName() + ".";
    }

    private String depth(AudioFormat written, AudioFormat comes) {
        boolean loses =
                !written.floatingPoint() && (comes.floatingPoint() || comes.bitsPerSample() > written.bitsPerSample());
        return loses
                ? comes + " is rounded to " + written + " in " + wave.file().getFileName() + "."
                : "";
    }

    private Path name() {
        if (files == 1) {
            return first;
        }
        String name = first.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String numbered = dot <= 0 ? name + "-" + files : name.substring(0, dot) + "-" + files + name.substring(dot);
        return first.resolveSibling(numbered);
    }

    @Override
    public int write(float[] samples, int offset, int frames) throws IOException {
        wave.write(samples, offset, frames);
        taken += frames; // written by this thread alone
        return frames;
    }

    @Override
    public long played() {
        return taken;
    }

    @Override
    public void pause() {
        // nothing is on its way
    }

    @Override
    public void resume() {
        // nothing was held
    }

    @Override
    public void flush() {
        // what is written stays
    }

    @Override
    public void drain() {
        // what was taken is written
    }

    @Override
    public void close() throws IOException {
        var last = wave;
        wave = null;
        if (last != null) {
            last.close();
        }
    }
}
