package org.musicplatform.launcher;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;

/**
 * The log of a distribution nobody configured: {@code etc/logback.sample.xml} in Java, since reading it would take a
 * tenth of a start. Logback finds it as a service. Where a person names a file of theirs, that is read instead.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogFile extends ContextAwareBase implements Configurator {

    private static final int KEPT = 5;
    private static final long MOST_BYTES = 5L << 20;

    /** Tells Logback of the file of a person, if there is one; what they named themselves comes first. */
    static void prefer(Path configuration) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) == null
                && configuration.toFile().exists()) {
            System.setProperty(
                    ClassicConstants.CONFIG_FILE_PROPERTY, configuration.toUri().toString());
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        log.getLogger("org.musicplatform").setLevel(Level.INFO);
        var root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(file(log, Path.of(System.getProperty("music.home"), "logs")));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext log, Path folder) {
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setName("file");
        file.setContext(log);
        file.setFile(folder.resolve("music.log").toString());

        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(log);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("music.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(KEPT);
        rolling.start();
        file.setRollingPolicy(rolling);

        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(log);
        size.setMaxFileSize(new FileSize(MOST_BYTES));
        size.start();
        file.setTriggeringPolicy(size);

        var lines = new LogLines();
        lines.setContext(log);
        lines.start();
        file.setEncoder(lines);
        file.start();
        return file;
    }
}
