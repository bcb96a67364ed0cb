/** Reads what files say of themselves, through whatever tag readers are there. */
package org.musicplatform.core.metadata;
