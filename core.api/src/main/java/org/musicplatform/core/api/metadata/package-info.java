/**
 * What a file says of itself: technical properties and tags.
 *
 * <p>Plug-ins that read formats implement {@link org.musicplatform.core.api.metadata.spi}.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.metadata;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
