/** Tag reading: time beside a peer, reads and memory, and every field against what was written. */
package org.musicplatform.benchmarks.tags;
