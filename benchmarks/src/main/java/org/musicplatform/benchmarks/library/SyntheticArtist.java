package org.musicplatform.benchmarks.library;

import java.util.List;

/**
 * Someone who makes music.
 *
 * @param index rank by popularity
 * @param genres what it mostly plays
 */
record SyntheticArtist(int index, String name, Style style, List<String> genres) {}
