/** Pictures: files named by what is in them, and rows that tell what they are of. */
package org.musicplatform.core.library.artwork;
