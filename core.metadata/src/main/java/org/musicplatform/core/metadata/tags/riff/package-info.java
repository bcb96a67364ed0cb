/** Files of chunks: RIFF with WAVE in its 32-bit and 64-bit forms, AIFF and AIFF-C. */
package org.musicplatform.core.metadata.tags.riff;
