/** Raw AAC in ADTS frames (ISO/IEC 13818-7, 6.2). */
package org.musicplatform.core.metadata.tags.adts;
