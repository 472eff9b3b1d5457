/** Files of many requests: received, filed chunk by chunk, reported line by line. */
@NullMarked
package org.casebound.fulfillment.bulk;

import org.jspecify.annotations.NullMarked;
