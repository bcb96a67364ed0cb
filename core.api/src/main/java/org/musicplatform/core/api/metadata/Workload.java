package org.musicplatform.core.api.metadata;

/** Where files lie that are read, and how much they matter: each kind of work has its own threads. */
public enum Workload {
    /** On this machine: as many at once as there are processors, at most 4. */
    LOCAL,
    /** Behind a network, where most of the time is spent waiting: as many at once as there are processors, 4 to 16. */
    NETWORK,
    /** Nobody waits for it: one at a time, at the lowest priority. */
    BACKGROUND
}
