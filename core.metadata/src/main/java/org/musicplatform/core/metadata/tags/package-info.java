/** Our own readers of tags and technical properties. */
package org.musicplatform.core.metadata.tags;
