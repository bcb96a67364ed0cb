package org.musicplatform.core.api;

import java.util.Objects;

/**
 * A bundle as it is installed now.
 *
 * @param symbolicName its symbolic name, not null
 * @param version its version, not null
 * @param state {@code ACTIVE}, {@code RESOLVED}, {@code INSTALLED}, {@code STARTING}, {@code STOPPING}, {@code FRAGMENT}, not null
 * @param location where it was installed from, not null
 */
public record InstalledBundle(String symbolicName, String version, String state, String location) {

    public InstalledBundle {
        Objects.requireNonNull(symbolicName, "symbolicName");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(location, "location");
    }
}
