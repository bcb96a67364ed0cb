/** Files beside audio files: sheets, lyrics and pictures. */
package org.musicplatform.core.metadata.beside;
