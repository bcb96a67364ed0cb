package org.musicplatform.core.api;

import java.util.Objects;

/** Thrown, or carried by a failed future, when a call needs a part of the core that is not there at the moment. */
public class CapabilityMissingException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** The stable code of every instance. */
    public static final String CODE = "capability-missing";

    private final Capability capability;
    private final String remedy;

    /**
     * Creates the error.
     *
     * @param capability what is missing, not null
     * @param remedy what a person can do about it, one sentence, not null
     */
    public CapabilityMissingException(Capability capability, String remedy) {
        super(ErrorDomain.CORE, CODE, true, capability + " is not available. " + remedy);
        this.capability = Objects.requireNonNull(capability, "capability");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * Returns what is missing.
     *
     * @return never null
     */
    public Capability capability() {
        return capability;
    }

    /**
     * Returns what a person can do about it.
     *
     * @return one sentence, never null
     */
    public String remedy() {
        return remedy;
    }
}
