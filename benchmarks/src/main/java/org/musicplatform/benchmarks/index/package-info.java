/** Indexing inside a running core. */
package org.musicplatform.benchmarks.index;
