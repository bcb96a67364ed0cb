/** Decodes what FFmpeg can. */
package org.musicplatform.decoders.ffmpeg;
