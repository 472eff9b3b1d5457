/** The console in a real browser: what people see, press and read. */
@NullMarked
package org.casebound.e2e.console;

import org.jspecify.annotations.NullMarked;
