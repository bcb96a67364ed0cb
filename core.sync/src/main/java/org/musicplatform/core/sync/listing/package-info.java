/** What lies in a source: its listing step by step, and which of its items are music. */
package org.musicplatform.core.sync.listing;
