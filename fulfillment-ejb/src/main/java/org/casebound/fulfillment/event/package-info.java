/** Events from outside that cases are told. */
@NullMarked
package org.casebound.fulfillment.event;

import org.jspecify.annotations.NullMarked;
