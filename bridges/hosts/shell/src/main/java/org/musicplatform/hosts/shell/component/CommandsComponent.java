package org.musicplatform.hosts.shell.component;

import java.util.Map;
import java.util.function.Function;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.hosts.shell.Commands;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the commands to whoever runs them. */
@Component(service = Function.class, property = "music.commands:Boolean=true")
public final class CommandsComponent implements Function<Map<String, Object>, Integer> {

    private final Commands commands;

    @Activate
    public CommandsComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) CoreService core) {
        this.commands = new Commands(core);
    }

    @Override
    public Integer apply(Map<String, Object> call) {
        return commands.apply(call);
    }
}
