package org.musicplatform.hosts.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.musicplatform.core.api.CoreService;
import picocli.CommandLine.Option;

/** What every command has: the core, the options of all, and a way to wait that Ctrl-C ends. */
abstract class Command implements Callable<Integer> {

    private final Root root;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no summary.")
    private boolean quiet;

    Command(Root root) {
        this.root = root;
    }

    Session session() {
        return root.session();
    }

    CoreService core() {
        return root.session().core();
    }

    boolean json() {
        if (json) {
            root.useJson();
        }
        return root.json();
    }

    boolean quiet() {
        return quiet || root.quiet();
    }

    @Override
    public final Integer call() throws Exception {
        json();
        return execute();
    }

    /** Does the work and returns the exit code. */
    abstract int execute() throws Exception;

    /** Waits; an interrupt cancels the work. */
    static <T> T await(CompletableFuture<T> future) throws Exception {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
