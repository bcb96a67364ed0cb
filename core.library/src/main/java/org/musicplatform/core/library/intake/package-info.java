/** Taking in what sources list and what readers read. */
package org.musicplatform.core.library.intake;
