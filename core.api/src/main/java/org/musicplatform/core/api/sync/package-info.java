/** Indexing of sources: jobs that bring the library in line with what is there. */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.sync;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
