/** Plain library shared inside the core. bnd copies what each bundle uses; nothing here appears in a public signature. */
package org.musicplatform.core.support;
