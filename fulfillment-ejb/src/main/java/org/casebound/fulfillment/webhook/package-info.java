/**
 * Tells receivers outside what happens to cases: events are rows of the transaction in which they happen, and are sent after its commit, at least
 * once, by the look for due work.
 */
@NullMarked
package org.casebound.fulfillment.webhook;

import org.jspecify.annotations.NullMarked;
