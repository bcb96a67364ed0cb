/** DSD: Sony's DSF and Philips' DSDIFF. */
package org.musicplatform.core.metadata.tags.dsd;
