package org.musicplatform.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final Path SAMPLE = Path.of("..", "cnf", "etc", "logback.sample.xml");

    @TempDir
    Path home;

    @BeforeEach
    void live_in_the_home() {
        System.setProperty("music.home", home.toString());
    }

    @AfterEach
    void leave_the_home() {
        System.clearProperty("music.home");
        System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);
    }

    /** All that a configuration says, told by what comes of it. */
    private record Told(List<Level> levels, String file, String older, int from, int to, String most, String lines) {}

    private Told told(LoggerContext log) throws IOException {
        var root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var file = (RollingFileAppender<ILoggingEvent>) root.getAppender("file");
        var rolling = (FixedWindowRollingPolicy) file.getRollingPolicy();
        var size = (SizeBasedTriggeringPolicy<ILoggingEvent>) file.getTriggeringPolicy();
        file.doAppend(event(root, "a word – ä", null));
        file.doAppend(event(root, "with a cause", new IllegalStateException("why", new IOException("because"))));
        log.stop();
        Path written = Path.of(file.getFile());
        String lines = Files.readString(written);
        Files.delete(written);
        return new Told(
                List.of(root.getLevel(), log.getLogger("org.musicplatform.x").getEffectiveLevel()),
                file.getFile(),
                rolling.getFileNamePattern(),
                rolling.getMinIndex(),
                rolling.getMaxIndex(),
                size.getMaxFileSize().toString(),
                lines);
    }

    private static LoggingEvent event(Logger logger, String message, Throwable cause) {
        var event = new LoggingEvent(LogFileTest.class.getName(), logger, Level.WARN, message, cause, null);
        event.setLoggerName("org.musicplatform.some.rather.long.name.of.a.Logger");
        event.setTimeStamp(1_700_000_000_123L);
        return event;
    }

    @Test
    void it_is_the_sample_that_people_begin_with() throws Exception {
        var sample = new LoggerContext();
        var joran = new JoranConfigurator();
        joran.setContext(sample);
        joran.doConfigure(SAMPLE.toFile());
        var expected = told(sample);
        var log = new LoggerContext();
        assertEquals(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY, new LogFile().configure(log));
        assertEquals(expected, told(log));
    }

    @Test
    void a_configuration_of_a_person_is_read_instead() throws IOException {
        Path own = home.resolve("logback.xml");
        LogFile.prefer(own);
        assertEquals(null, System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY));
        Files.createFile(own);
        LogFile.prefer(own);
        assertEquals(own.toUri().toString(), System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY));
        assertEquals(ExecutionStatus.INVOKE_NEXT_IF_ANY, new LogFile().configure(new LoggerContext()));
        LogFile.prefer(home.resolve("another.xml"));
        assertEquals(own.toUri().toString(), System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY));
    }
}
