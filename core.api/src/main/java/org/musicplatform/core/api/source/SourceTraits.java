package org.musicplatform.core.api.source;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What can be relied on with a source. A kind of source declares it before it is used; an open source may say it more
 * exactly, see {@link org.musicplatform.core.api.source.spi.StorageSession#traits}.
 *
 * @param capabilities what it can do, in the order of the enum, not null
 * @param hash kind of the hash that its items carry, as in {@link ItemVersion#hash}, e.g. {@code md5}; empty when they
 *     carry none; not null
 * @param watch whether it tells of changes, not null
 * @param casing which names are the same, not null
 * @param unicode in which form names come, not null
 * @param order in which order items come, not null
 */
public record SourceTraits(
        Set<SourceCapability> capabilities,
        String hash,
        Watching watch,
        Casing casing,
        UnicodeForm unicode,
        ListingOrder order)
        implements Serializable {

    /** Nothing can be relied on but that it is listed and read. */
    public static final SourceTraits NONE =
            new SourceTraits(Set.of(), "", Watching.NONE, Casing.UNKNOWN, UnicodeForm.RAW, ListingOrder.ARBITRARY);

    /** Whether a source tells of changes while it is open. In rising order. */
    public enum Watching {
        /** It does not. */
        NONE,
        /** It tells of some changes late, e.g. because other machines make them: look by yourself now and then. */
        UNRELIABLE,
        /** It tells of every change within seconds. */
        RELIABLE
    }

    /** Which names within a folder are the same to a source. */
    public enum Casing {
        /** It is not known. */
        UNKNOWN,
        /** {@code A} and {@code a} are two names. */
        SENSITIVE,
        /** {@code A} and {@code a} are one name. */
        INSENSITIVE
    }

    /** In which Unicode form the names of a source come. */
    public enum UnicodeForm {
        /** As they were written: one word may come in several forms. */
        RAW,
        /** Composed. */
        NFC,
        /** Decomposed. */
        NFD
    }

    /** In which order the items of a source come. */
    public enum ListingOrder {
        /** In any. */
        ARBITRARY,
        /** Those of one folder together, but for rare ones. Never a matter of being right, only of being quick. */
        BY_FOLDER
    }

    public SourceTraits {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(watch, "watch");
        Objects.requireNonNull(casing, "casing");
        Objects.requireNonNull(unicode, "unicode");
        Objects.requireNonNull(order, "order");
        var sorted = EnumSet.noneOf(SourceCapability.class);
        sorted.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(sorted);
    }

    /**
     * Tells whether a source can do something.
     *
     * @param capability what, not null
     * @return true when it can
     */
    public boolean can(SourceCapability capability) {
        return capabilities.contains(capability);
    }

    /**
     * Returns these traits with other capabilities.
     *
     * @param others what it can do, not null
     * @return new traits
     */
    public SourceTraits withCapabilities(Set<SourceCapability> others) {
        return new SourceTraits(others, hash, watch, casing, unicode, order);
    }

    /**
     * Returns these traits with another way of watching.
     *
     * @param other whether it tells of changes, not null
     * @return new traits
     */
    public SourceTraits withWatch(Watching other) {
        return new SourceTraits(capabilities, hash, other, casing, unicode, order);
    }

    /**
     * Returns these traits as far as they were declared: an open source may take back abilities of its kind, it may not
     * add any. How names are compared and ordered is known best where it is looked at, and stays.
     *
     * @param declared what the kind of source declares, not null
     * @return traits that claim no ability beyond {@code declared}
     */
    public SourceTraits within(SourceTraits declared) {
        var both = EnumSet.noneOf(SourceCapability.class);
        both.addAll(capabilities);
        both.retainAll(declared.capabilities);
        return new SourceTraits(
                both,
                hash.equals(declared.hash) ? hash : "",
                watch.compareTo(declared.watch) < 0 ? watch : declared.watch,
                casing,
                unicode,
                order);
    }
}
