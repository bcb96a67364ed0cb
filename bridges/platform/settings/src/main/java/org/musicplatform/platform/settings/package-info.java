/** What a person has set, in a file that a person can edit. */
package org.musicplatform.platform.settings;
