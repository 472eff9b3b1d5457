/** The server as a whole: start, kill, restart, configuration. */
@NullMarked
package org.casebound.e2e.server;

import org.jspecify.annotations.NullMarked;
