/** The library in a SQLite database: one writer thread, several reading ones. */
package org.musicplatform.core.library;
