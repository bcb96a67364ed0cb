/** ASF, the container of Windows Media (Advanced Systems Format Specification 01.20.05). */
package org.musicplatform.core.metadata.tags.asf;
