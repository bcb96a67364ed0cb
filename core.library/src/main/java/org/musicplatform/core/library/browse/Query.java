package org.musicplatform.core.library.browse;

import java.util.List;

/**
 * A query with its values.
 *
 * @param text SQL with a question mark for each value
 * @param values the values in order
 */
record Query(String text, List<Object> values) {}
