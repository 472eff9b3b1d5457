/** What was asked: the service catalog request, its attribute values and documents. */
@NullMarked
package org.casebound.domain.catalog;

import org.jspecify.annotations.NullMarked;
