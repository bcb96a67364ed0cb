package org.musicplatform.outputs.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;

/** Writes what is played to WAVE files. The target is a path; a file that lies there is replaced when all is written. */
public final class FileAdapter implements PlaybackAdapter {

    /** Creates the adapter. */
    public FileAdapter() {}

    @Override
    public AudioOutput open(String target) {
        if (target.isBlank()) {
            throw unusable("The output needs a file: file:OUT.wav");
        }
        Path file;
        try {
            file = Path.of(target).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw unusable("'" + target + "' can be no file here.");
        }
        Path folder = file.getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw unusable(file + " is a folder. Name a file in it.");
        }
        if (!Files.isDirectory(folder)) {
            throw unusable("There is no folder " + folder + ".");
        }
        if (!Files.isWritable(folder)) {
            throw unusable("The folder " + folder + " cannot be written to.");
        }
        return new FileOutput(file);
    }

    private static PlaybackException unusable(String message) {
        return new PlaybackException(PlaybackException.OUTPUT_UNAVAILABLE, message);
    }
}
