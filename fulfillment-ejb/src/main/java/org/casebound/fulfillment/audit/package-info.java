/** Who changed what in administration: a chain of rows that are only ever added. */
@NullMarked
package org.casebound.fulfillment.audit;

import org.jspecify.annotations.NullMarked;
