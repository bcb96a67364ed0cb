/** Small durable state, in files. */
package org.musicplatform.platform.state;
