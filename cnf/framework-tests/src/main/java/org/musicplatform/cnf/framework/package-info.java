/** An embedded framework for in-framework tests. */
package org.musicplatform.cnf.framework;
