/** What tracks, artists and albums are made of, and which is which. */
package org.musicplatform.core.library.track;
