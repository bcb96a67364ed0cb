/** The core on a plain class path: no framework, nothing that comes or goes. */
package org.musicplatform.standalone;
