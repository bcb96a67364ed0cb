package org.musicplatform.core.api.source;

/** How the last look at a source ended. */
public enum SourceState {
    /** Not looked at yet. */
    NEW,
    /** The library shows what is there. */
    READY,
    /** It could not be reached; what is known of it stays. */
    UNAVAILABLE,
    /** So much is missing that a person has to decide whether it is really gone; what is known of it stays. */
    HELD
}
