/** Contract tests of decoders and outputs. */
@Export
@Version("1.0.0")
package org.musicplatform.core.testkit.playback;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
