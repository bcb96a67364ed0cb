package org.musicplatform.hosts.shell.component;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.musicplatform.hosts.shell.Commands;
import org.musicplatform.hosts.shell.FrameworkShell;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/**
 * Both ways between our commands and Apache Felix Gogo: ours become functions of the scope {@code music} in every Gogo
 * console, and Gogo's can be typed in our shell. Loaded only where Gogo is, whose packages are an optional import.
 */
final class GogoShell implements FrameworkShell, AutoCloseable {

    private static final String SCOPE = "music";

    /** The session variable in which Gogo lists what it knows; {@code CommandSessionImpl.COMMANDS}. */
    private static final String KNOWN = ".commands";

    private final BundleContext context;
    private final Commands commands;
    private final ServiceReference<?> reference;
    private final CommandProcessor processor;
    private final List<ServiceRegistration<?>> functions = new ArrayList<>();

    GogoShell(BundleContext context, ServiceReference<?> reference, Commands commands) {
        this.context = context;
        this.commands = commands;
        this.reference = reference;
        this.processor = (CommandProcessor) context.getService(reference);
        Commands.names().forEach(name -> functions.add(register(name)));
    }

    private ServiceRegistration<Function> register(String name) {
        var properties = new Hashtable<String, Object>();
        properties.put(CommandProcessor.COMMAND_SCOPE, SCOPE);
        properties.put(CommandProcessor.COMMAND_FUNCTION, name);
        return context.registerService(Function.class, (session, arguments) -> run(name, arguments), properties);
    }

    private Object run(String name, List<Object> arguments) {
        var call = new HashMap<String, Object>();
        call.put(
                "args",
                Stream.concat(Stream.of(name), arguments.stream().map(String::valueOf))
                        .toArray(String[]::new));
        // Gogo points these at the console or the pipe of the thread that runs the command
        call.put("in", System.in);
        call.put("out", System.out);
        call.put("err", System.err);
        call.put("home", Path.of(String.valueOf(context.getProperty("org.musicplatform.home"))));
        commands.apply(Map.copyOf(call));
        return null; // Gogo prints what a function returns; the command has printed all there is
    }

    boolean isOf(ServiceReference<?> other) {
        return reference.equals(other);
    }

    @Override
    public Set<String> commands() {
        var names = new HashSet<String>();
        try (var session = processor.createSession(
                InputStream.nullInputStream(), PrintStream.nullOutputStream(), PrintStream.nullOutputStream())) {
            for (Object name : (Set<?>) session.get(KNOWN)) {
                String full = name.toString();
                names.add(full);
                names.add(full.substring(full.indexOf(':') + 1));
            }
        }
        return names;
    }

    @Override
    public void run(String line, InputStream in, PrintStream out, PrintStream err) throws Exception {
        try (var session = processor.createSession(in, out, err)) {
            Object result = session.execute(line);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
        }
    }

    @Override
    public void close() {
        functions.forEach(ServiceRegistration::unregister);
        context.ungetService(reference);
    }
}
