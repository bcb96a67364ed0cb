/** Decodes WAV and AIFF. */
package org.musicplatform.decoders.pcm;
