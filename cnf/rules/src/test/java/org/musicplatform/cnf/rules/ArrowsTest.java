package org.musicplatform.cnf.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowsTest {

    @TempDir
    Path dir;

    @Test
    void a_domain_bundle_may_import_the_api_only() throws Exception {
        assertEquals(List.of(), check("core.sync", "Import-Package", "org.musicplatform.core.api.library,org.slf4j"));
        assertFault(check("core.sync", "Import-Package", "org.musicplatform.core.library"), "only through core.api");
    }

    @Test
    void a_bridge_may_not_import_another_bundle() throws Exception {
        assertFault(check("sources.local", "Import-Package", "org.musicplatform.platform.content"), "only through core.api");
    }

    @Test
    void only_the_api_and_the_testkit_export() throws Exception {
        assertEquals(List.of(), check("core.api", "Export-Package", "org.musicplatform.core.api"));
        assertEquals(List.of(), check("core.testkit", "Export-Package", "org.musicplatform.core.testkit"));
        assertFault(check("core.library", "Export-Package", "org.musicplatform.core.library"), "only core.api and core.testkit export");
    }

    @Test
    void a_module_that_carries_a_library_exports_the_library_and_nothing_of_ours() throws Exception {
        assertEquals(List.of(), check("decoders.x-library", "Export-Package", "org.example.library"));
        assertFault(check("decoders.x", "Export-Package", "org.example.library"), "only core.api and core.testkit export");
        assertFault(
                check("decoders.x-library", "Export-Package", "org.musicplatform.decoders.x"),
                "only core.api and core.testkit export");
    }

    @Test
    void nothing_leaks_into_the_api() throws Exception {
        assertFault(check("core.api", "Import-Package", "org.slf4j;version=2"), "nothing may leak into the API");
    }

    @Test
    void the_framework_is_used_in_component_packages_only() throws Exception {
        assertEquals(List.of(), Arrows.check("core.sync", compiled("org.musicplatform.core.sync.component")));
        assertFault(Arrows.check("core.sync", compiled("org.musicplatform.core.sync")), "..component.. package");
    }

    private static void assertFault(List<String> faults, String words) {
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains(words), faults::toString);
    }

    private List<String> check(String artifactId, String header, String value) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "x");
        manifest.getMainAttributes().putValue(header, value);
        return Arrows.check(artifactId, jar(manifest, null));
    }

    /** A jar with one class in the package that uses {@code org.osgi.framework}. */
    private java.io.File compiled(String packageName) throws IOException {
        Path framework = Files.createDirectories(dir.resolve("src/org/osgi/framework")).resolve("Bundle.java");
        Files.writeString(framework, "package org.osgi.framework; public interface Bundle {}");
        Path user = Files.createDirectories(dir.resolve("src/" + packageName.replace('.', '/'))).resolve("User.java");
        Files.writeString(user, "package " + packageName + "; class User { org.osgi.framework.Bundle bundle; }");
        var arguments = new ArrayList<>(List.of("-proc:none", "-d", dir.toString(), framework.toString(), user.toString()));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
        return jar(new Manifest(), packageName.replace('.', '/') + "/User.class");
    }

    private java.io.File jar(Manifest manifest, String entry) throws IOException {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Path file = Files.createTempFile(dir, "bundle", ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            if (entry != null) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(Files.readAllBytes(dir.resolve(entry)));
            }
        }
        return file.toFile();
    }
}
