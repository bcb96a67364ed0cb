/**
 * The core inside a program that knows nothing of OSGi: {@link org.musicplatform.embedded.EmbeddedCore} runs it in a
 * framework of its own, and hands out the services of {@code core.api}, whose classes are the program's.
 */
package org.musicplatform.embedded;
