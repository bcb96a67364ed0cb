package org.musicplatform.core.service.component;

import org.musicplatform.core.service.Part;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Binds every service of a part's interface to it. */
final class PartTracker<T> extends ServiceTracker<T, T> {

    private final Part<T> part;

    private PartTracker(BundleContext context, Part<T> part) {
        super(context, part.type(), null);
        this.part = part;
    }

    static <T> PartTracker<T> open(BundleContext context, Part<T> part) {
        var tracker = new PartTracker<>(context, part);
        tracker.open();
        return tracker;
    }

    @Override
    public T addingService(ServiceReference<T> reference) {
        T service = super.addingService(reference);
        if (service != null) {
            part.bind(reference, service);
        }
        return service;
    }

    @Override
    public void modifiedService(ServiceReference<T> reference, T service) {
        part.bind(reference, service);
    }

    @Override
    public void removedService(ServiceReference<T> reference, T service) {
        part.unbind(reference);
        super.removedService(reference, service);
    }
}
