/** Starts the distribution: a framework, the bundles by folder, and the command that was asked for. */
package org.musicplatform.launcher;
