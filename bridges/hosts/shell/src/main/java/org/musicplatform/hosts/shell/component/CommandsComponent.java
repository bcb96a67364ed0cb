package org.musicplatform.hosts.shell.component;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.felix.service.command.CommandProcessor;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.hosts.shell.Commands;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the commands to whoever runs them, and to Gogo when it is there. */
@Component(service = Function.class, property = "music.commands:Boolean=true")
public final class CommandsComponent implements Function<Map<String, Object>, Integer> {

    private final BundleContext context;
    private final Commands commands;
    private final AtomicReference<GogoShell> gogo = new AtomicReference<>();

    @Activate
    public CommandsComponent(
            BundleContext context, @Reference(policyOption = ReferencePolicyOption.GREEDY) CoreService core) {
        this.context = context;
        this.commands = new Commands(core, gogo::get);
    }

    /** Gogo starts with an interactive shell, after this component. No Gogo type is named: it may not be there. */
    @Reference(
            name = "gogo",
            service = CommandProcessor.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "gogoWent")
    void gogoCame(ServiceReference<?> processor) {
        close(gogo.getAndSet(new GogoShell(context, processor, commands)));
    }

    void gogoWent(ServiceReference<?> processor) {
        var there = gogo.get();
        if (there != null && there.isOf(processor) && gogo.compareAndSet(there, null)) {
            close(there);
        }
    }

    private static void close(GogoShell there) {
        if (there != null) {
            there.close();
        }
    }

    @Deactivate
    void close() {
        close(gogo.getAndSet(null));
    }

    @Override
    public Integer apply(Map<String, Object> call) {
        return commands.apply(call);
    }
}
