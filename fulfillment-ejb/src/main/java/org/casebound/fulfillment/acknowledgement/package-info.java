/** The reply inbox. */
@NullMarked
package org.casebound.fulfillment.acknowledgement;

import org.jspecify.annotations.NullMarked;
