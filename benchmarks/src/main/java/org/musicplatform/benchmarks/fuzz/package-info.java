/** Readers fed with bytes that a fuzzer makes up, by what code they reach. */
package org.musicplatform.benchmarks.fuzz;
