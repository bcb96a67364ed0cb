package org.musicplatform.core.playback;

import org.musicplatform.core.api.playback.spi.PlaybackAdapter;

/**
 * An output plug-in with its properties.
 *
 * @param id its id
 * @param automatic whether it may be used when nobody asked for it
 * @param adapter the plug-in
 */
public record Output(String id, boolean automatic, PlaybackAdapter adapter) {}
