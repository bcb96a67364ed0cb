/**
 * Writing the library, for indexing and enrichment alone: exported with the mandatory attribute {@code ingest}, so that
 * a bundle gets it only when it asks for it by name.
 */
@Export(attribute = {"ingest=core", "mandatory:=\"ingest\""})
@Version("1.0.0")
package org.musicplatform.core.api.library.ingest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
