/** Writes sound to a WAVE file, or nowhere. */
package org.musicplatform.outputs.file;
