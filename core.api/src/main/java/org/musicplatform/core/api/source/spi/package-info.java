/**
 * What a plug-in writes to add a kind of source.
 *
 * <p>A provider is a service of type {@link org.musicplatform.core.api.source.spi.StorageProvider} with the properties
 * of {@link org.musicplatform.core.api.source.spi.StorageProviderPlugin}. It writes straight-line, blocking code; the
 * core owns the threads. Plug-ins import {@code [1.0,2.0)}.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.source.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
