/** Design time: service processes, their attributes, fulfillment flows and the bundle they travel in. */
@NullMarked
package org.casebound.domain.definition;

import org.jspecify.annotations.NullMarked;
