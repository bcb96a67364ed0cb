/** Plug-ins: bundles that a person adds and takes away while the core runs. */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
