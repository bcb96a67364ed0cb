/** Contract tests and fakes for sources and their content. */
@Export
@Version("1.0.0")
package org.musicplatform.core.testkit.source;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
