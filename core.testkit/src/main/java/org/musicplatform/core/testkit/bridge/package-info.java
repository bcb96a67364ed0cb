/** What every file system access, settings store and state store has to keep to, and fakes of them. */
@Export
@Version("1.0.0")
package org.musicplatform.core.testkit.bridge;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
