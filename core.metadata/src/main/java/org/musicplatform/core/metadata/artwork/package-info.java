/** Pictures of what is in the library, from files and folders. */
package org.musicplatform.core.metadata.artwork;
