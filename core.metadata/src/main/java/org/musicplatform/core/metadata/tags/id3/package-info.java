/** ID3 tags: version 1 at the end of a file; 2.2, 2.3 and 2.4 at its start, in chunks of other formats, or appended. */
package org.musicplatform.core.metadata.tags.id3;
