/** MP4 and QuickTime: boxes (ISO/IEC 14496-12), iTunes' and QuickTime's metadata. */
package org.musicplatform.core.metadata.tags.mp4;
