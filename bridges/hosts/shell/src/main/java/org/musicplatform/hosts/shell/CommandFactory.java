package org.musicplatform.hosts.shell;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the root that knows session and options. */
final class CommandFactory implements IFactory {

    private final Root root;

    CommandFactory(Root root) {
        this.root = root;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (Command.class.isAssignableFrom(type)) {
            return type.getDeclaredConstructor(Root.class).newInstance(root);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
