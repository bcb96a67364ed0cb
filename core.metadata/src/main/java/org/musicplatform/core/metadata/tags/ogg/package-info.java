/** Ogg (RFC 3533) with Vorbis, Opus (RFC 7845), FLAC (RFC 9639, 10.1) and Speex. */
package org.musicplatform.core.metadata.tags.ogg;
