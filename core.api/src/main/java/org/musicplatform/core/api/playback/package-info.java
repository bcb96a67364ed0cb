/**
 * Hearing it: players, their queues, and what they tell.
 *
 * <p>Sound inside the core is interleaved {@code float}, one sample per channel and frame, full scale at ±1; integers of
 * up to 24 bit survive it exactly. Channels are in the order of the WAVE format: front left, front right, centre, low
 * frequency, back left, back right, side left, side right. Positions and lengths count frames in {@code long}.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.playback;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
