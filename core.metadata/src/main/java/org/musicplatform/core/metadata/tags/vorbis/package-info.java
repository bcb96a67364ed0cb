/** Vorbis comments and FLAC pictures, which FLAC and all streams in Ogg share. */
package org.musicplatform.core.metadata.tags.vorbis;
