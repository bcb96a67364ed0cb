/**
 * What the core needs of the platform it runs on. Each is a service that a host may replace by a higher
 * {@code service.ranking}.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.bridge;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
