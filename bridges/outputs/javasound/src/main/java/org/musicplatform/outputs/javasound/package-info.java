/** Brings sound out through Java Sound. */
package org.musicplatform.outputs.javasound;
