/** The known sources and the plug-ins behind them. */
package org.musicplatform.core.sync.source;
