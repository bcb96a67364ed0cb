/** The façade. Holds no domain logic: it finds the parts, guards calls to them, tells how they are. */
package org.musicplatform.core.service;
