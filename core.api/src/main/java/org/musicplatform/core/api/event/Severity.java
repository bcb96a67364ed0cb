package org.musicplatform.core.api.event;

/** How much an event matters, from least to most. */
public enum Severity {
    /** Flow, such as progress. */
    DEBUG,
    /** Something was done. */
    INFO,
    /** Something works in part only, or needs a decision. */
    WARNING,
    /** Something failed. */
    ERROR
}
