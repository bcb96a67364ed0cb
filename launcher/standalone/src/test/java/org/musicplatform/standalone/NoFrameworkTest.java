package org.musicplatform.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.testkit.media.Fixtures;

class NoFrameworkTest {

    @TempDir
    Path dir;

    @Test
    void indexing_on_a_class_path_loads_no_class_of_osgi() throws Exception {
        Path music = Files.createDirectories(dir.resolve("music"));
        Fixtures.copyAll(music);
        var asked = new ArrayList<String>();
        try (var loader = new WithoutOsgi(asked)) {
            var type = loader.loadClass(StandaloneCore.class.getName());
            var standalone = (AutoCloseable) type.getMethod("open", Path.class).invoke(null, dir.resolve("home"));
            try (standalone) {
                Object core = type.getMethod("core").invoke(standalone);
                Object sources = call(core, "sources");
                ((CompletableFuture<?>) method(sources, "add").invoke(sources, "local", music.toString())).get();
            }
        }
        assertEquals(List.of(), asked);
        assertTrue(Files.exists(dir.resolve("home/library.db")));
    }

    private static Object call(Object target, String name) throws Exception {
        return method(target, name).invoke(target);
    }

    private static Method method(Object target, String name) {
        for (Class<?> type : target.getClass().getInterfaces()) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name)) {
                    return method;
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The class path of the test, where classes of OSGi are noted and not found. */
    private static final class WithoutOsgi extends URLClassLoader {
        private final List<String> asked;

        WithoutOsgi(List<String> asked) throws Exception {
            super(urls(), ClassLoader.getPlatformClassLoader());
            this.asked = asked;
        }

        private static URL[] urls() throws Exception {
            var urls = new ArrayList<URL>();
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            for (String entry : path.split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.osgi.")) {
                asked.add(name);
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }
    }
}
