/** Bytes that are meant as text in a charset that nobody noted. */
package org.musicplatform.core.metadata.text;
