/** Run time of fulfillment flows: the pure flow machine and the records it decides about. */
@NullMarked
package org.casebound.domain.flow;

import org.jspecify.annotations.NullMarked;
