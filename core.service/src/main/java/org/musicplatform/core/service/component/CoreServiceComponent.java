package org.musicplatform.core.service.component;

import java.time.Clock;
import java.util.List;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.service.ServiceEngine;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;

/** Registers the façade, feeds it the bus, and binds whatever parts come. */
@Component(
        service = {CoreService.class, EventHandler.class},
        property = "event.topics=" + CoreEvent.TOPIC_PREFIX + "*")
public final class CoreServiceComponent extends DelegatingCoreService implements EventHandler {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventAdmin bus;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceComponentRuntime components;

    private final ServiceEngine engine;
    private final List<PartTracker<?>> trackers;

    @Activate
    public CoreServiceComponent(BundleContext context) {
        var wiring = new Wiring(context, () -> components);
        this.engine =
                new ServiceEngine(Clock.systemUTC(), this::post, wiring::bundles, wiring::waiting, wiring::failure);
        this.trackers = engine.parts().stream()
                .<PartTracker<?>>map(part -> PartTracker.open(context, part))
                .toList();
    }

    @Override
    protected CoreService delegate() {
        return engine;
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(CoreEvent.PROPERTY_EVENT) instanceof CoreEvent told) {
            engine.publish(told);
        }
    }

    private void post(CoreEvent event) {
        var now = bus;
        if (now != null) {
            now.postEvent(new Event(event.topic(), event.properties()));
        }
    }

    @Deactivate
    void deactivate() {
        trackers.forEach(PartTracker::close);
        engine.close();
    }
}
