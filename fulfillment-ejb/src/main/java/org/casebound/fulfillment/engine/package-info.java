/** Runs fulfillment flows: applies the machine's decisions, leases, attempts, the poller. */
@NullMarked
package org.casebound.fulfillment.engine;

import org.jspecify.annotations.NullMarked;
