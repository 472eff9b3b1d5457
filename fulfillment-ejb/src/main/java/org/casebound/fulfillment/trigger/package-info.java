/** Saved records start flows. */
@NullMarked
package org.casebound.fulfillment.trigger;

import org.jspecify.annotations.NullMarked;
