/** Expressions of definitions, written in CEL: checked when they are published, evaluated when a flow runs. */
@NullMarked
package org.casebound.fulfillment.studio.cel;

import org.jspecify.annotations.NullMarked;
