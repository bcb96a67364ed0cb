package org.musicplatform.hosts.shell;

import picocli.CommandLine.Option;

/** In which direction a list goes that can be sorted. */
final class OrderOptions {

    @Option(names = "--desc", description = "The other way round.")
    private boolean descending;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Of --sort random: each has an order of its own (0).")
    private long seed;

    boolean descending() {
        return descending;
    }

    long seed() {
        return seed;
    }
}
