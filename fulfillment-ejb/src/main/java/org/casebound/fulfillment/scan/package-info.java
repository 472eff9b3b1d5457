/** Looks for harmful content in documents: what an installation plugs in, and what becomes of a document by its answer. */
@NullMarked
package org.casebound.fulfillment.scan;

import org.jspecify.annotations.NullMarked;
