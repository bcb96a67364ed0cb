/** Sound through the devices that Java knows. */
package org.musicplatform.outputs.javasound;
