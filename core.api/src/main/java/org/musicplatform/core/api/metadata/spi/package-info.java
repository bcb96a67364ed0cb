/**
 * What a plug-in writes to read the tags of a format.
 *
 * <p>A reader is a service of type {@link org.musicplatform.core.api.metadata.spi.TagReader} with the properties of
 * {@link org.musicplatform.core.api.metadata.spi.TagReaderPlugin}. Plug-ins import {@code [1.0,2.0)}.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.metadata.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
