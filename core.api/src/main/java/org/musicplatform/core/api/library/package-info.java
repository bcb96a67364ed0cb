/** The library: tracks, albums and artists; browsing, search, and what is known of each. */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.library;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
