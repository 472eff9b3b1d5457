/** Pictures of flows: the layout is computed by ELK, the page draws it as SVG. */
@NullMarked
package org.casebound.web.console.flow;

import org.jspecify.annotations.NullMarked;
