/** Does what is due: takes leases of due tasks and hands each to the handler of its kind. */
@NullMarked
package org.casebound.fulfillment.due;

import org.jspecify.annotations.NullMarked;
