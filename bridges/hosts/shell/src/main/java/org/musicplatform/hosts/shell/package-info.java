/** The commands: one implementation, for one-shot calls, for the interactive shell, and for Gogo. */
package org.musicplatform.hosts.shell;
