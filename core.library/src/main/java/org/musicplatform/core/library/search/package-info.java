/** Search, and the index that it asks. */
package org.musicplatform.core.library.search;
