/** Operations on many flows at once: a frozen list of targets, a job that works it off, and what became of each. */
@NullMarked
package org.casebound.fulfillment.operation;

import org.jspecify.annotations.NullMarked;
