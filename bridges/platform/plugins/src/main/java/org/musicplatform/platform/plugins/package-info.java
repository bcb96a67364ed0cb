/**
 * The folder of plug-ins: {@link org.musicplatform.platform.plugins.PluginEngine} keeps what runs in line with the jars
 * that lie there. Only the components know the framework.
 */
package org.musicplatform.platform.plugins;
