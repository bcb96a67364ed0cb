package org.musicplatform.platform.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.PluginChanged;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.plugin.PluginException;
import org.musicplatform.core.api.plugin.PluginInfo;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.core.support.CallbackThreads;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what runs in line with a folder of jars. Everything is done by one thread. */
public final class PluginEngine implements PluginService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginEngine.class);

    private static final long LOOK_MILLIS = 500;

    private final JarFolder folder;
    private final Path lastGood;
    private final Quarantine quarantine;
    private final PluginHost host;
    private final Clock clock;
    private final Consumer<CoreEvent> post;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(NamedThreads.single("platform-plugins"));
    private final CallbackThreads callbacks = new CallbackThreads("plugins", LOG::warn);

    private final Set<CompletableFuture<PluginInfo>> pending =
            ConcurrentHashMap.newKeySet(); // whose end is still to come
    private final Map<String, PluginInfo> plugins = new ConcurrentHashMap<>(); // by file; written by the thread
    private final Map<String, String> handled = new HashMap<>(); // stamps by file; the thread's own

    /**
     * Creates an engine; {@link #begin()} sets it going.
     *
     * @param plugins the folder of plug-ins
     * @param cache where copies of what runs are kept
     */
    public PluginEngine(Path plugins, Path cache, PluginHost host, Clock clock, Consumer<CoreEvent> post) {
        this.folder = new JarFolder(plugins);
        this.lastGood = cache;
        this.quarantine = new Quarantine(cache.resolve("quarantine.properties"));
        this.host = host;
        this.clock = clock;
        this.post = post;
    }

    /** Starts what lies in the folder, then watches. Blocks until what lies there runs or is refused. */
    public void begin() {
        try {
            thread.submit(this::resume).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            LOG.error("Plug-ins cannot be started", e.getCause());
        }
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Void resume() throws IOException, InterruptedException {
        var jars = folder.jars();
        for (var there : host.installed()) {
            String file = fileOf(there.key());
            if (!there.key().equals(key(file, jars.getOrDefault(file, "")))) {
                host.uninstall(there.key());
            } else if (!quarantine.holds(there.key())) {
                try {
                    host.start(there.key());
                    note(file, jars.get(file), active(there.header(), file));
                } catch (PluginException e) {
                    refuse(file, jars.get(file), there.header(), e);
                }
            }
        }
        look();
        return null;
    }

    private void look() {
        try {
            var jars = folder.jars();
            for (String file : List.copyOf(plugins.keySet())) {
                if (!jars.containsKey(file)) {
                    takeOut(file);
                }
            }
            for (var jar : jars.entrySet()) {
                String file = jar.getKey();
                String stamp = jar.getValue();
                if (!stamp.equals(handled.get(file)) && folder.isSettled(file, stamp)) {
                    drop(file, stamp);
                }
            }
        } catch (IOException e) {
            LOG.warn("The folder of plug-ins cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A look at the plug-ins failed", e); // and the next look comes
        }
    }

    /** A jar was put into the folder. */
    private void drop(String file, String stamp) throws IOException, InterruptedException {
        String held = quarantine.reason(key(file, stamp));
        if (held != null) {
            note(file, stamp, info(header(file), file, PluginInfo.State.REFUSED, held));
            return;
        }
        JarHeader header = null;
        try {
            header = JarHeader.read(folder.file(file));
            takeIn(header, file, stamp, folder.file(file));
        } catch (PluginException e) {
            refuse(file, stamp, header, e);
        }
    }

    private JarHeader header(String file) {
        try {
            return JarHeader.read(folder.file(file));
        } catch (PluginException e) {
            return null;
        }
    }

    private void takeIn(JarHeader header, String file, String stamp, Path jar)
            throws IOException, InterruptedException {
        checkName(header.symbolicName(), file);
        var before = running(file);
        if (before != null) {
            host.uninstall(before);
        }
        try {
            host.install(key(file, stamp), jar);
        } catch (PluginException | IOException e) {
            if (before != null) {
                putBack(before, file);
            }
            throw e;
        }
        Files.createDirectories(lastGood);
        Files.copy(jar, lastGood.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        note(file, stamp, active(header, file));
        tryAgain();
    }

    private void checkName(String symbolicName, String file) {
        if (host.isOwn(symbolicName)) {
            throw new PluginException(
                    PluginException.NAME_TAKEN, symbolicName + " is a part of the platform, and no plug-in.");
        }
        for (var there : host.installed()) {
            if (there.header().symbolicName().equals(symbolicName)
                    && !fileOf(there.key()).equals(file)) {
                throw new PluginException(
                        PluginException.NAME_TAKEN,
                        symbolicName + " is here already, from " + fileOf(there.key())
                                + ". Take that out first: music remove " + symbolicName);
            }
        }
    }

    private String running(String file) {
        return host.installed().stream()
                .map(PluginHost.Installed::key)
                .filter(key -> fileOf(key).equals(file))
                .findFirst()
                .orElse(null);
    }

    /** The version before goes on: nothing is lost by a bad one. */
    private void putBack(String key, String file) throws InterruptedException {
        try {
            host.install(key, lastGood.resolve(file));
        } catch (PluginException | IOException e) {
            LOG.warn("The version of {} that ran before cannot be put back", file, e);
        }
    }

    /** What was refused may find now what it lacked. */
    private void tryAgain() {
        plugins.forEach((file, plugin) -> {
            if (plugin.state() == PluginInfo.State.REFUSED) {
                handled.remove(file);
            }
        });
    }

    private void takeOut(String file) throws IOException, InterruptedException {
        var running = running(file);
        if (running != null) {
            host.uninstall(running);
        }
        handled.remove(file);
        folder.forget(file);
        Files.deleteIfExists(lastGood.resolve(file));
        var gone = plugins.remove(file);
        if (gone != null) {
            tell(info(new JarHeader(gone.name(), gone.version()), file, PluginInfo.State.REMOVED, ""));
        }
        tryAgain();
    }

    private void refuse(String file, String stamp, JarHeader header, PluginException why) {
        if (why.code().equals(PluginException.START_FAILED)) {
            quarantine.put(key(file, stamp), why.getMessage());
        }
        note(file, stamp, info(header, file, PluginInfo.State.REFUSED, why.getMessage()));
    }

    private void note(String file, String stamp, PluginInfo plugin) {
        handled.put(file, stamp);
        var before = plugins.put(file, plugin);
        boolean news = before == null
                || before.state() != plugin.state()
                || !before.reason().equals(plugin.reason())
                || !before.version().equals(plugin.version());
        if (news) {
            tell(plugin);
        }
    }

    private void tell(PluginInfo plugin) {
        boolean refused = plugin.state() == PluginInfo.State.REFUSED;
        LOG.info("Plug-in {} is {}. {}", plugin.file(), plugin.state(), plugin.reason());
        post.accept(new PluginChanged(
                new EventHeader(clock.instant(), "", refused ? Severity.WARNING : Severity.INFO), plugin));
    }

    private PluginInfo active(JarHeader header, String file) {
        return info(header, file, PluginInfo.State.ACTIVE, "");
    }

    private PluginInfo info(JarHeader header, String file, PluginInfo.State state, String reason) {
        return new PluginInfo(
                header == null ? file : header.symbolicName(),
                header == null ? "" : header.version(),
                file,
                state,
                reason,
                clock.instant());
    }

    private static String key(String file, String stamp) {
        return file + "?" + stamp;
    }

    private static String fileOf(String key) {
        return key.substring(0, key.lastIndexOf('?'));
    }

    @Override
    public CompletableFuture<PluginInfo> install(Path jar) {
        return call(() -> {
            var header = JarHeader.read(jar);
            String file = fileFor(header.symbolicName());
            Files.createDirectories(folder.file(file).getParent());
            Path incoming = folder.file(".incoming");
            try {
                Files.copy(jar, incoming, StandardCopyOption.REPLACE_EXISTING);
                String stamp = JarFolder.stamp(incoming);
                takeIn(header, file, stamp, incoming);
                Files.move(incoming, folder.file(file), StandardCopyOption.REPLACE_EXISTING);
                return plugins.get(file);
            } finally {
                Files.deleteIfExists(incoming);
            }
        });
    }

    /** Another version of a plug-in takes the file of the one before. */
    private String fileFor(String symbolicName) {
        return plugins.values().stream()
                .filter(plugin -> plugin.name().equals(symbolicName))
                .map(PluginInfo::file)
                .findFirst()
                .orElse(symbolicName + ".jar");
    }

    @Override
    public CompletableFuture<PluginInfo> remove(String name) {
        return call(() -> {
            var plugin = plugins.values().stream()
                    .filter(p -> p.name().equals(name) || p.file().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new PluginException(
                            PluginException.NOT_FOUND,
                            "There is no plug-in '" + name + "'. "
                                    + (plugins.isEmpty()
                                            ? "None is installed."
                                            : "There are: " + names(plugins.values()) + ".")));
            Files.deleteIfExists(folder.file(plugin.file()));
            takeOut(plugin.file());
            return info(new JarHeader(plugin.name(), plugin.version()), plugin.file(), PluginInfo.State.REMOVED, "");
        });
    }

    private static String names(Collection<PluginInfo> plugins) {
        return String.join(", ", plugins.stream().map(PluginInfo::name).sorted().toList());
    }

    private CompletableFuture<PluginInfo> call(Callable<PluginInfo> work) {
        var result = CoreFuture.call(
                () -> {
                    try {
                        return work.call();
                    } catch (IOException e) {
                        throw new PluginException(
                                PluginException.UNREADABLE, "The folder of plug-ins cannot be changed: " + e, e);
                    }
                },
                thread,
                callbacks);
        pending.add(result);
        result.whenComplete((plugin, failure) -> pending.remove(result));
        if (thread.isShutdown()) {
            result.cancel(true); // the closing may not have seen it
        }
        return result;
    }

    @Override
    public List<PluginInfo> list() {
        return plugins.values().stream()
                .sorted(Comparator.comparing(PluginInfo::name))
                .toList();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        pending.forEach(left -> callbacks.execute(() -> left.cancel(true)));
        callbacks.close();
    }
}
