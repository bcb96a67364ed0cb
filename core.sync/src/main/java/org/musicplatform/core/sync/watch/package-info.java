/** Following sources: what they tell of changes, and looking now and then where they do not. */
package org.musicplatform.core.sync.watch;
