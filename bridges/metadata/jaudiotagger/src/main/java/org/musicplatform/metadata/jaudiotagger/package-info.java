/** Tag reading by the JAudioTagger library: a second opinion, for who wants one. */
package org.musicplatform.metadata.jaudiotagger;
