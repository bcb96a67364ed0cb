/** The database: its file, its connections, its steps, and how sound it is. */
package org.musicplatform.core.library.database;
