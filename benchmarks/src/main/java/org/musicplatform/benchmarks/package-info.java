/** What the core costs, measured beside peers. */
package org.musicplatform.benchmarks;
