/** Calls to back offices through connectors. */
@NullMarked
package org.casebound.fulfillment.integration;

import org.jspecify.annotations.NullMarked;
