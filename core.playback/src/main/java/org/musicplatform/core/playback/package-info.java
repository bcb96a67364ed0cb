/** Hearing it: players, queues, the ring between decoding and sound. */
package org.musicplatform.core.playback;
