/** Messages that nobody could take: what operators see of them and do with them. */
@NullMarked
package org.casebound.fulfillment.deadletter;

import org.jspecify.annotations.NullMarked;
