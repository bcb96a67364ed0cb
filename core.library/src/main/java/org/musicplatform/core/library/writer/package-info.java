/** The one thread that writes, and what its transactions work with. */
package org.musicplatform.core.library.writer;
