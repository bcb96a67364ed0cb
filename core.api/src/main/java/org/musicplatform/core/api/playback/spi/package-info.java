/**
 * What a plug-in writes to decode a format or to bring sound out.
 *
 * <p>A decoder is a service of type {@link org.musicplatform.core.api.playback.spi.AudioDecoderFactory} with the
 * properties of {@link org.musicplatform.core.api.playback.spi.AudioDecoderPlugin}; an output one of type
 * {@link org.musicplatform.core.api.playback.spi.PlaybackAdapter} with those of
 * {@link org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin}. Plug-ins import {@code [1.0,2.0)}.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.playback.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
