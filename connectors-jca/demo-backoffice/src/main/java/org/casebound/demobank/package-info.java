/**
 * A pretend bank for the demonstration and the tests: a deployment of its own that keeps cards, customers and fees,
 * recognises repeated calls by their idempotency key, acknowledges later and can be told to misbehave. It is not part
 * of the product and has no authentication; the server that it runs on must listen on the local machine only.
 */
@NullMarked
package org.casebound.demobank;

import org.jspecify.annotations.NullMarked;
