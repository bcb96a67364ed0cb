/** FLAC (RFC 9639). */
package org.musicplatform.core.metadata.tags.flac;
