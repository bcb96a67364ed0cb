package org.musicplatform.core.metadata;

import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.support.PluginGuard;

/** The files of a run as calls to be watched. */
final class ReadingSeries implements PluginGuard.Series {

    /** Reads a file on the calling thread. */
    interface Read {
        TagReading read(TagRun.Request file) throws InterruptedException;
    }

    private final TagRun run;
    private final Read read;
    private volatile TagRun.Request file;

    ReadingSeries(TagRun run, Read read) {
        this.run = run;
        this.read = read;
    }

    @Override
    public boolean next() {
        file = run.next();
        return file != null;
    }

    @Override
    public Runnable call() {
        var now = file;
        try {
            var reading = read.read(now);
            return () -> run.read(now, reading);
        } catch (Throwable failure) { // NOSONAR: whatever happens costs one file
            return () -> run.failed(now, failure);
        }
    }

    @Override
    public void late(PluginGuard.TimedOutException late) {
        var now = file;
        run.failed(now, GuardedReading.late(now.file().name(), late));
    }
}
