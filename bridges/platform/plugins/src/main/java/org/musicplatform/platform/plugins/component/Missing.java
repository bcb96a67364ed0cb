package org.musicplatform.platform.plugins.component;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in words what a bundle needs and does not find. */
final class Missing {

    private static final Pattern AT_LEAST = Pattern.compile("\\(version>=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]*)\\)\\)");

    private Missing() {}

    static String words(Bundle bundle, BundleContext context) {
        var revision = bundle.adapt(BundleRevision.class);
        var others = Arrays.stream(context.getBundles())
                .map(other -> other.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .toList();
        var missing = revision.getDeclaredRequirements(null).stream()
                .filter(Missing::isMandatory)
                .filter(requirement -> others.stream().noneMatch(other -> gives(other, requirement)))
                .map(Missing::words)
                .distinct()
                .toList();
        return missing.isEmpty()
                ? "does not fit together with what is here: its packages would come from two sides."
                : "needs " + String.join(", ", missing) + ". That is not here.";
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        var directives = requirement.getDirectives();
        return !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                && !Constants.EFFECTIVE_ACTIVE.equals(directives.get(Constants.EFFECTIVE_DIRECTIVE));
    }

    private static boolean gives(BundleRevision revision, BundleRequirement requirement) {
        return revision.getDeclaredCapabilities(requirement.getNamespace()).stream()
                .anyMatch(requirement::matches);
    }

    private static String words(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        String name = value(filter, Pattern.compile("\\(" + Pattern.quote(requirement.getNamespace()) + "=([^)]*)\\)"));
        String least = value(filter, AT_LEAST);
        String below = value(filter, BELOW);
        String version = least.isEmpty()
                ? ""
                : below.isEmpty()
                        ? " in version " + least + " or newer"
                        : " in a version from " + least + " to below " + below;
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> "the package " + name + version;
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "another Java than " + System.getProperty("java.version") + ": " + filter;
            default -> requirement.getNamespace() + " " + filter;
        };
    }

    private static String value(String filter, Pattern pattern) {
        var found = pattern.matcher(filter);
        return found.find() ? found.group(1) : "";
    }
}
