package org.musicplatform.core.library.browse;

import org.musicplatform.core.library.browse.Segment.Place;

/** A row that a list holds: its id, and where it stands in the order. */
record Found(long id, Place place) {}
