/** Contract tests and fakes for readers of tags. */
@Export
@Version("1.0.0")
package org.musicplatform.core.testkit.metadata;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
