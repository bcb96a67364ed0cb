/** Bounded access to the bytes of a file. */
package org.musicplatform.core.metadata.tags.bytes;
