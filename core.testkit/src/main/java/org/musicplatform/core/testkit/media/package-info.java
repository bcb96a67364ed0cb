/** Small audio files of our own making, for tests of readers, sources and whole systems. */
@Export
@Version("1.0.0")
package org.musicplatform.core.testkit.media;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
