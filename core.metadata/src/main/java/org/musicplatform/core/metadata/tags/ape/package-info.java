/** APE tags, and the lesser containers that carry them: Monkey's Audio, WavPack, Musepack, True Audio. */
package org.musicplatform.core.metadata.tags.ape;
