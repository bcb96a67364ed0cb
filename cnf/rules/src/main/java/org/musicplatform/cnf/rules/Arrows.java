package org.musicplatform.cnf.rules;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Descriptors.PackageRef;
import aQute.bnd.osgi.Domain;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which packages a bundle of ours may import and export. */
final class Arrows {

    private static final String OURS = "org.musicplatform.";
    private static final String API = OURS + "core.api";
    /** May export packages. */
    private static final Set<String> EXPORTERS = setOf("core.api", "core.testkit", "core.support", "cnf.framework-tests");
    /** Speak to the framework directly, or know which bundles there are: they start it, do without it, or measure. */
    private static final Set<String> FRAMEWORK_USERS = setOf("launcher", "embedded", "standalone", "benchmarks",
            "cnf.framework-tests");

    /** Ends the names of modules that only carry a library of others: they export it, and nothing of ours. */
    private static final String LIBRARY = "-library";

    private Arrows() {}

    private static Set<String> setOf(String... names) {
        return new TreeSet<>(Arrays.asList(names));
    }

    /**
     * Checks a bundle.
     *
     * @param artifactId folder name of its module
     * @param file the jar
     * @return one sentence per fault, empty when there is none
     */
    static List<String> check(String artifactId, File file) {
        try (Analyzer analyzer = new Analyzer(new Jar(file))) {
            analyzer.analyze();
            List<String> faults = new ArrayList<>();
            Domain manifest = Domain.domain(analyzer.getJar().getManifest());
            checkImports(artifactId, new TreeSet<>(manifest.getImportPackage().keySet()), faults);
            checkExports(artifactId, new TreeSet<>(manifest.getExportPackage().keySet()), faults);
            if (!FRAMEWORK_USERS.contains(artifactId)) {
                checkFrameworkUse(analyzer, faults);
            }
            return faults;
        } catch (Exception e) {
            throw new IllegalStateException("cannot look into " + file, e);
        }
    }

    private static void checkImports(String artifactId, Set<String> imports, List<String> faults) {
        for (String name : imports) {
            if (artifactId.equals("core.api")) {
                if (!name.startsWith(API)) {
                    faults.add("core.api imports " + name
                            + ": nothing may leak into the API, or every plug-in and host has to carry it");
                }
            } else if (name.startsWith(OURS) && !name.startsWith(API) && !FRAMEWORK_USERS.contains(artifactId)
                    && !artifactId.equals("core.testkit")) {
                faults.add("it imports " + name + ": bundles know each other only through core.api;"
                        + " move what is shared into an interface there, or plain helpers into core.support");
            }
        }
    }

    private static void checkExports(String artifactId, Set<String> exports, List<String> faults) {
        if (EXPORTERS.contains(artifactId)) {
            return;
        }
        for (String name : exports) {
            if (artifactId.endsWith(LIBRARY) && !name.startsWith(OURS)) {
                continue;
            }
            faults.add("it exports " + name + ": only core.api and core.testkit export packages; remove @Export");
        }
    }

    private static void checkFrameworkUse(Analyzer analyzer, List<String> faults) {
        analyzer.getUses().forEach((PackageRef from, List<PackageRef> uses) -> {
            String name = from.getFQN();
            if (!name.startsWith(OURS) || (name + ".").contains(".component.")) {
                return;
            }
            for (PackageRef used : uses) {
                String target = used.getFQN();
                // annotations of class retention leave nothing to import
                if (target.startsWith("org.osgi.") && !target.startsWith("org.osgi.annotation.")
                        && !target.equals("org.osgi.service.component.annotations")
                        && !target.equals("org.osgi.service.metatype.annotations")) {
                    faults.add(name + " uses " + target
                            + ": org.osgi belongs into a ..component.. package; the rest must run on a plain class path");
                }
            }
        });
    }
}
