/**
 * The console: backing beans of the pages and the few servlets beside them. They call boundary beans only and keep no
 * record longer than one view.
 */
@NullMarked
package org.casebound.web.console;

import org.jspecify.annotations.NullMarked;
