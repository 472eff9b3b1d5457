/** The only place that knows the EntityManager. */
@NullMarked
package org.casebound.fulfillment.persistence;

import org.jspecify.annotations.NullMarked;
