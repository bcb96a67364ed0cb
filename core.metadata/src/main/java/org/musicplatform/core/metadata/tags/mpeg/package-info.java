/** MPEG audio, layers I to III: frames, and what encoders keep in the first of them. */
package org.musicplatform.core.metadata.tags.mpeg;
