/** Directories of the core on this machine. */
package org.musicplatform.platform.filesystem;
