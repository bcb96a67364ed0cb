package org.musicplatform.core.service.component;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.InstalledBundle;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What the framework knows of its bundles and components. */
final class Wiring {

    private final BundleContext context;
    private final Supplier<ServiceComponentRuntime> components;
    private final Instant started = Instant.now();

    Wiring(BundleContext context, Supplier<ServiceComponentRuntime> components) {
        this.context = context;
        this.components = components;
    }

    List<InstalledBundle> bundles() {
        return Arrays.stream(context.getBundles())
                .map(b -> new InstalledBundle(
                        String.valueOf(b.getSymbolicName()), b.getVersion().toString(), state(b), b.getLocation()))
                .sorted(Comparator.comparing(InstalledBundle::symbolicName))
                .toList();
    }

    /** Components that wait for a service, and bundles that do not resolve. */
    List<ComponentHealth> waiting() {
        var waiting = configurations()
                .filter(c -> c.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                        || c.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(this::health);
        var unresolved = Arrays.stream(context.getBundles())
                .filter(b -> b.getState() == Bundle.INSTALLED)
                .map(b -> new ComponentHealth(
                        "bundle:" + b.getSymbolicName(),
                        ComponentHealth.State.DOWN,
                        "unresolved",
                        "It is installed, but something that it needs is not.",
                        "Install what it imports, or remove it.",
                        started));
        return Stream.concat(waiting, unresolved).toList();
    }

    /** Returns in words why a component of a bundle failed to start, or null when none did. */
    String failure(String symbolicName) {
        return configurations()
                .filter(c -> c.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                        && c.description.bundle.symbolicName.equals(symbolicName))
                .map(c -> words(c.failure))
                .findFirst()
                .orElse(null);
    }

    private Stream<ComponentConfigurationDTO> configurations() {
        var runtime = components.get();
        return runtime == null
                ? Stream.empty()
                : runtime.getComponentDescriptionDTOs().stream()
                        .flatMap(d -> runtime.getComponentConfigurationDTOs(d).stream());
    }

    private ComponentHealth health(ComponentConfigurationDTO configuration) {
        ComponentDescriptionDTO description = configuration.description;
        boolean failed = configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
        String message = failed
                ? words(configuration.failure)
                : "Waits for "
                        + Arrays.stream(configuration.unsatisfiedReferences)
                                .map(r -> interfaceOf(description, r.name))
                                .collect(Collectors.joining(", "))
                        + ".";
        return new ComponentHealth(
                "component:" + description.name,
                ComponentHealth.State.DOWN,
                failed ? "failed-activation" : "unsatisfied",
                message,
                failed ? "See the log." : "Install or start the bundle that provides it.",
                started);
    }

    private static String interfaceOf(ComponentDescriptionDTO description, String reference) {
        return Arrays.stream(description.references)
                .filter(r -> r.name.equals(reference))
                .map(r -> r.interfaceName)
                .findFirst()
                .orElse(reference);
    }

    /** The message of the innermost cause in a stack trace: that is where our own words are. */
    private static String words(String trace) {
        if (trace == null) {
            return "It did not start.";
        }
        String cause = trace.lines()
                .filter(line -> !line.startsWith("\t"))
                .reduce((outer, inner) -> inner.startsWith("Caused by: ") ? inner : outer)
                .orElse(trace);
        return cause.replaceFirst("^(Caused by: )?([\\w.$]+: )", "");
    }

    private static String state(Bundle bundle) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return "FRAGMENT";
        }
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            default -> "INSTALLED";
        };
    }
}
