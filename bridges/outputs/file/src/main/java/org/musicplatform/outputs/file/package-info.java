/** Outputs without a device: a WAVE file, and nowhere. */
package org.musicplatform.outputs.file;
