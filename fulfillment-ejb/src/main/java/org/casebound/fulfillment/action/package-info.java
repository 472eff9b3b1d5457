/** What installations add to flows: actions and stores of records, found by the names of their CDI beans. */
@NullMarked
package org.casebound.fulfillment.action;

import org.jspecify.annotations.NullMarked;
