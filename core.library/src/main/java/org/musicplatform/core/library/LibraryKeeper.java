package org.musicplatform.core.library;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.LibraryReplaced;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryMigration;
import org.musicplatform.core.api.library.LibraryReplacement;
import org.musicplatform.core.api.library.LibrarySchema;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.LyricsStore;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.UserDataService;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.library.artwork.BackupPictures;
import org.musicplatform.core.library.artwork.PictureFiles;
import org.musicplatform.core.library.database.DatabaseFile;
import org.musicplatform.core.library.database.DryRun;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Ownership;
import org.musicplatform.core.library.database.Schema;
import org.musicplatform.core.library.database.Succession;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A library that may not be opened yet. What stands in for it says why to whoever asks, takes the orders that bring it
 * back, and tries to open it again when the cause may have gone by itself; from then on it passes on every call.
 */
public final class LibraryKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryKeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Class<?>[] SERVICES = {
        LibraryService.class,
        PlaylistService.class,
        UserDataService.class,
        LyricsStore.class,
        ArtworkStore.class,
        LibraryWriter.class
    };

    private final Path database;
    private final Clock clock;
    private final Consumer<CoreEvent> events;
    private final LibraryOptions options;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(NamedThreads.numbered("core-callback-library"));
    private final Object standIn;
    private volatile LibraryEngine engine; // null while it cannot be opened
    private LibraryException refusal; // guarded by this
    private long triedNanos; // guarded by this
    private boolean closed; // guarded by this

    /** Opens the library, or keeps the reason why it cannot be opened. The parameters are those of the engine. */
    public LibraryKeeper(Path database, Clock clock, Consumer<CoreEvent> events) {
        this(database, clock, events, LibraryOptions.ofSystem());
    }

    LibraryKeeper(Path database, Clock clock, Consumer<CoreEvent> events, LibraryOptions options) {
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.options = options;
        this.standIn = Proxy.newProxyInstance(LibraryKeeper.class.getClassLoader(), SERVICES, new StandIn());
        try {
            open(options);
        } catch (LibraryException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    /** Returns the names of the services that a library is. */
    public static String[] names() {
        return Arrays.stream(SERVICES).map(Class::getName).toArray(String[]::new);
    }

    /** Returns what is all services of {@link #names}. */
    public Object service() {
        return engine == null ? standIn : engine;
    }

    private synchronized LibraryEngine open(LibraryOptions how) {
        if (closed) {
            throw Errors.closed();
        }
        if (engine == null) {
            triedNanos = System.nanoTime();
            try {
                engine = new LibraryEngine(database, clock, events, how);
            } catch (LibraryException e) {
                refusal = e;
                throw e;
            }
        }
        return engine;
    }

    /** Returns the library, opened now if there is hope; throws the reason why it is not. */
    private synchronized LibraryEngine hoped() {
        boolean hope = refusal.retryable() && System.nanoTime() - triedNanos > PAUSE.toNanos();
        if (engine != null || hope) {
            return open(options);
        }
        throw refusal;
    }

    /** Passes calls on, or says why it cannot. */
    private final class StandIn implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return objectMethod(proxy, method, arguments);
            }
            if (engine != null) {
                return pass(engine, method, arguments);
            }
            if (!CompletableFuture.class.isAssignableFrom(method.getReturnType())) {
                return pass(hoped(), method, arguments);
            }
            var order = method.getDeclaringClass() == LibraryService.class ? order(method.getName(), arguments) : null;
            // a host's own thread opens nothing
            return meanwhile(order != null ? inWords(order) : () -> answer(hoped(), method, arguments));
        }
    }

    private Callable<?> order(String method, Object... arguments) {
        return switch (method) {
            case "schema" -> this::schema;
            case "migrate" -> () -> migrate((Boolean) arguments[0]);
            case "restore" -> () -> restore((Path) arguments[0]);
            case "salvage" -> () -> replace(Succession.ofRemains(database));
            case "beginAnew" -> () -> replace(Succession.ofNothing(database));
            default -> null;
        };
    }

    private Callable<?> inWords(Callable<?> order) {
        return () -> {
            try {
                return order.call();
            } catch (SQLException | IOException e) {
                throw Errors.of(database, e);
            }
        };
    }

    private CompletableFuture<?> meanwhile(Callable<?> work) {
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(Errors.closed());
            }
        }
        return CoreFuture.call(work, threads, threads);
    }

    private static Object pass(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object answer(Object target, Method method, Object... arguments) throws Exception {
        try {
            return ((CompletableFuture<?>) pass(target, method, arguments)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object objectMethod(Object proxy, Method method, Object... arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "library that is not open";
        };
    }

    private LibrarySchema schema() throws SQLException, IOException {
        int version = Ownership.during(database, () -> DatabaseFile.version(database));
        return new LibrarySchema(version, Schema.VERSION, Schema.words(version));
    }

    private LibraryMigration migrate(boolean dryRun) throws SQLException, IOException {
        if (dryRun) {
            return Ownership.during(database, () -> DryRun.of(database));
        }
        var opened = open(options.migrating());
        var migration = opened.migration();
        return migration == null ? opened.migrate(false).join() : migration;
    }

    private LibraryReplacement restore(Path backup) throws SQLException, IOException {
        var pictures = new PictureFiles(database);
        try (var hold = pictures.hold()) {
            return replace(Succession.ofBackup(
                    database, backup, false, (copy, notes) -> new BackupPictures(pictures).moveOut(copy, hold, notes)));
        }
    }

    private LibraryReplacement replace(Succession succession) throws SQLException, IOException {
        options.checkDrive(database);
        Ownership.during(database, () -> {
            succession.prepare();
            succession.take();
            return null;
        });
        try {
            long revision = open(options.migrating()).revision().join();
            events.accept(new LibraryReplaced(new EventHeader(clock.instant(), "", Severity.INFO), revision));
            return succession.told();
        } catch (RuntimeException e) {
            Ownership.during(database, () -> {
                succession.undo();
                return null;
            });
            throw e;
        }
    }

    @Override
    public void close() {
        LibraryEngine open;
        synchronized (this) {
            closed = true;
            open = engine;
        }
        threads.shutdown();
        if (open != null) {
            open.close();
        }
    }
}
