package org.musicplatform.platform.logging.component;

import org.musicplatform.platform.logging.Slf4jSink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogReaderService;

/** Listens to the framework's log. Immediate: it offers no service, so that nobody would ever ask for it. */
@Component(
        service = {},
        immediate = true)
public final class LoggingComponent {

    private final LogReaderService reader;
    private final LogForwarder forwarder = new LogForwarder(new Slf4jSink());

    /** Starts to listen. */
    @Activate
    public LoggingComponent(@Reference LogReaderService reader) {
        this.reader = reader;
        reader.addLogListener(forwarder);
    }

    @Deactivate
    void stop() {
        reader.removeLogListener(forwarder);
    }
}
