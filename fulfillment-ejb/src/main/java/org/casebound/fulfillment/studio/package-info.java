/** Designing services: reading, checking and publishing process bundles. */
@NullMarked
package org.casebound.fulfillment.studio;

import org.jspecify.annotations.NullMarked;
