/** What happens to a case besides its flow: the queue of a new one, promised times, escalation, and its changes by people. */
@NullMarked
package org.casebound.fulfillment.cases;

import org.jspecify.annotations.NullMarked;
