/** FFmpeg for the running platform, as a bundle. */
package org.musicplatform.decoders.ffmpeglibrary;
