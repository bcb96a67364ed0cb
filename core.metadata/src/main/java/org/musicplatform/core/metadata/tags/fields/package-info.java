/** From the names and values of each format to the common fields. */
package org.musicplatform.core.metadata.tags.fields;
