/** Brings the log of the framework into the log of the core. */
package org.musicplatform.platform.logging;
