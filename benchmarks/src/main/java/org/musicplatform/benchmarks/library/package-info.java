/** The library at 100,000 and a million tracks, with names as collections have them. */
package org.musicplatform.benchmarks.library;
