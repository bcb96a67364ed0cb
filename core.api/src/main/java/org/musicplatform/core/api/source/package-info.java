/**
 * Where music lies: sources, their items, and the one way to open their bytes.
 *
 * <p>Plug-ins that add a kind of source implement {@link org.musicplatform.core.api.source.spi}.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.source;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
