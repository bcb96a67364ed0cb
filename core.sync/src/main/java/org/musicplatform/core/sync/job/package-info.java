/** Jobs: their life, what they count and tell, and the look at one source that each is made of. */
package org.musicplatform.core.sync.job;
