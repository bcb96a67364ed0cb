/** Lists and single things, as the API shows them. */
package org.musicplatform.core.library.browse;
