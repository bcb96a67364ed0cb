/** Lyrics that services and persons give, and which services were asked in vain. */
package org.musicplatform.core.library.lyrics;
