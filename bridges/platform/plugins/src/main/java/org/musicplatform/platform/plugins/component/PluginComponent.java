package org.musicplatform.platform.plugins.component;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.plugin.PluginInfo;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.platform.plugins.PluginEngine;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Runs the plug-ins of the folder {@code plugins} beside the library. */
@Component(immediate = true)
public final class PluginComponent implements PluginService {

    private final BundleHost host;
    private final PluginEngine engine;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventAdmin bus;

    @Activate
    public PluginComponent(BundleContext context, @Reference FileSystemAccess files) {
        this.host = new BundleHost(context);
        this.engine = new PluginEngine(
                files.dataDirectory().resolve("plugins"),
                files.cacheDirectory().resolve("plugins"),
                host,
                Clock.systemUTC(),
                this::post);
        engine.begin();
    }

    private void post(CoreEvent event) {
        var now = bus;
        if (now != null) {
            now.postEvent(new Event(event.topic(), event.properties()));
        }
    }

    @Override
    public CompletableFuture<PluginInfo> install(Path jar) {
        return engine.install(jar);
    }

    @Override
    public CompletableFuture<PluginInfo> remove(String name) {
        return engine.remove(name);
    }

    @Override
    public List<PluginInfo> list() {
        return engine.list();
    }

    @Deactivate
    void deactivate() {
        engine.close();
        host.close();
    }
}
