/** All that persons told, out of the library and in again. */
package org.musicplatform.core.library.userdata;
