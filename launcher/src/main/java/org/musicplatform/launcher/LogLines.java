package org.musicplatform.launcher;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/** Lines of the log, whose pattern is read when the first one comes: most commands write none. */
final class LogLines extends EncoderBase<ILoggingEvent> {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{40} [%thread] %msg%n";

    // guarded by this
    private PatternLayout layout;

    @Override
    public byte[] headerBytes() {
        return null;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return layout().doLayout(event).getBytes(StandardCharsets.UTF_8);
    }

    private synchronized PatternLayout layout() {
        if (layout == null) {
            layout = new PatternLayout();
            layout.setContext(getContext());
            layout.setPattern(PATTERN);
            layout.start();
        }
        return layout;
    }

    @Override
    public byte[] footerBytes() {
        return null;
    }
}
