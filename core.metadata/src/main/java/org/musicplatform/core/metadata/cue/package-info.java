/** CUE sheets: one file, several tracks. */
package org.musicplatform.core.metadata.cue;
