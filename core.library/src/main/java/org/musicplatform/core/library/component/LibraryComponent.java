package org.musicplatform.core.library.component;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.library.LibraryKeeper;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Opens the library in the data directory, and offers it while that is there: what cannot be opened says why. */
// immediate: the engine itself is the service, registered here
@Component(
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute =
                "objectClass:List<String>=\"org.musicplatform.core.api.library.LibraryService,org.musicplatform.core.api.library.PlaylistService,org.musicplatform.core.api.library.UserDataService,org.musicplatform.core.api.library.LyricsStore,org.musicplatform.core.api.library.ArtworkStore,org.musicplatform.core.api.library.ingest.LibraryWriter\"")
public final class LibraryComponent {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventAdmin eventAdmin;

    private final LibraryKeeper keeper;
    private final ServiceRegistration<?> registration;

    @Activate
    public LibraryComponent(BundleContext context, @Reference FileSystemAccess files) {
        this.keeper = new LibraryKeeper(files.dataDirectory().resolve("library.db"), Clock.systemUTC(), this::post);
        this.registration = context.registerService(LibraryKeeper.names(), keeper.service(), null);
    }

    private void post(CoreEvent event) {
        var bus = eventAdmin;
        if (bus != null) {
            bus.postEvent(new Event(event.topic(), event.properties()));
        }
    }

    @Deactivate
    void close() throws SQLException {
        registration.unregister();
        keeper.close();
        // the driver registers itself with Java: left there, it would hold its bundle for ever
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass() == org.sqlite.JDBC.class) {
                DriverManager.deregisterDriver(driver);
            }
        }
    }
}
