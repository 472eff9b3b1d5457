/** Filing a request: one call, one transaction. */
@NullMarked
package org.casebound.fulfillment.intake;

import org.jspecify.annotations.NullMarked;
