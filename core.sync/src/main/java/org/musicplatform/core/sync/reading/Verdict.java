package org.musicplatform.core.sync.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.sync.listing.AudioFiles;
import org.musicplatform.core.sync.source.ProviderCalls;

/**
 * What becomes of a file that was looked at.
 *
 * @param kind what
 * @param reading what was read, of {@code TAKE} alone
 * @param pause after how long it is looked at again, of {@code AGAIN} alone
 * @param code stable code of the failure, empty of {@code TAKE}
 * @param reason why, empty of {@code TAKE}
 */
record Verdict(Kind kind, TagReading reading, Duration pause, String code, String reason) {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration CUT = Duration.ofSeconds(10);

    /** What becomes of it. */
    enum Kind {
        /** It was read. */
        TAKE,
        /** It is to be looked at again. */
        AGAIN,
        /** It cannot be read. */
        FAIL,
        /** Nothing can be said of it: its source is not there. */
        AWAY
    }

    static Verdict of(
            Intake.Task task,
            TagReading reading,
            Throwable failure,
            boolean network,
            AudioFiles audio,
            Retries retries) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof SourceException gone && gone.code().equals(SourceException.UNAVAILABLE)) {
            return new Verdict(Kind.AWAY, null, null, gone.code(), gone.getMessage());
        }
        if (cause instanceof SourceException gone && gone.code().equals(SourceException.NOT_FOUND)) {
            var later = retries.whenGone(task.attempts());
            return failure(later == null ? Kind.FAIL : Kind.AGAIN, later, gone);
        }
        boolean written = stillWritten(task, reading, cause, retries);
        boolean passing = cause instanceof CoreException known
                && (known.retryable() || network && hasCode(known, MetadataException.TOO_EXPENSIVE));
        var pause = written ? retries.whileWritten(task.attempts()) : passing ? retries.after(task.attempts()) : null;
        if (pause != null) {
            return cause == null
                    ? new Verdict(
                            Kind.AGAIN,
                            null,
                            pause,
                            "partial-file",
                            reading.warnings().get(0))
                    : failure(Kind.AGAIN, pause, cause);
        }
        return cause == null
                ? new Verdict(Kind.TAKE, reading, null, "", "")
                : isOnlyPlayed(task, cause, audio)
                        ? new Verdict(Kind.TAKE, byName(task), null, "", "")
                        : failure(Kind.FAIL, null, cause);
    }

    private static Verdict failure(Kind kind, Duration pause, Throwable cause) {
        return cause instanceof CoreException inWords
                ? new Verdict(kind, null, pause, inWords.code(), inWords.getMessage())
                : new Verdict(
                        kind,
                        null,
                        pause,
                        MetadataException.READER_FAILED,
                        "Reading failed: " + ProviderCalls.words(cause) + ".");
    }

    /** What can be played is no failure because nothing reads its tags. */
    private static boolean isOnlyPlayed(Intake.Task task, Throwable cause, AudioFiles audio) {
        return hasCode(cause, MetadataException.UNSUPPORTED_FORMAT)
                && audio.isOnlyPlayed(task.file().name());
    }

    private static TagReading byName(Intake.Task task) {
        String words = "No installed reader knows the tags of ."
                + AudioFiles.extension(task.file().name()) + " files; it is listed by its name.";
        return new TagReading(AudioProperties.UNKNOWN, Tags.NONE, List.of(), List.of(words), "");
    }

    private static boolean stillWritten(Intake.Task task, TagReading reading, Throwable cause, Retries retries) {
        Instant modified = task.file().version().modified();
        if (modified == null) {
            return false;
        }
        boolean partial = cause == null && !reading.warnings().isEmpty();
        boolean cut = hasCode(cause, MetadataException.CORRUPT);
        boolean half = partial
                || cut
                || hasCode(cause, MetadataException.UNREADABLE)
                || isEmpty(task) && hasCode(cause, MetadataException.UNSUPPORTED_FORMAT);
        // how old it was at the first look decides: later looks make it older
        var atFirst = Duration.between(modified, retries.now()).minus(retries.sinceFirst(task.attempts()));
        return half && atFirst.compareTo(cut ? CUT : FRESH) < 0;
    }

    /** Of an empty file no reader can tell the format yet. */
    private static boolean isEmpty(Intake.Task task) {
        return task.file().version().size() == 0;
    }

    private static boolean hasCode(Throwable failure, String code) {
        return failure instanceof CoreException known && known.code().equals(code);
    }
}
