/**
 * What the core tells: immutable events, their Event Admin topics, and the stream that hosts read.
 *
 * <p>Every event is posted to Event Admin on {@code org/musicplatform/core/<area>/<Name>} after the change it tells of
 * is committed. A handler there must only enqueue: the bus is shared.
 */
@Export
@Version("1.0.0")
package org.musicplatform.core.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
