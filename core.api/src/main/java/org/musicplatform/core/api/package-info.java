/**
 * The way in for hosts: {@link org.musicplatform.core.api.CoreService}, its health, and the errors of the whole core.
 *
 * <p>Hosts import {@code [1.0,2.0)}. Everything here is implemented by the core, nothing by plug-ins.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
