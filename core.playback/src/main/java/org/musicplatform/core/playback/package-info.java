/**
 * Hearing it: one {@link org.musicplatform.core.playback.PlaybackEngine} opens players; a player decodes on one thread
 * ({@link org.musicplatform.core.playback.PlaySession}), sounds on another
 * ({@link org.musicplatform.core.playback.Sounding}), and a ring lies between them.
 */
package org.musicplatform.core.playback;
