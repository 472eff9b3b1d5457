/** Connectors that are deployed beside the EAR: back offices that are no HTTP service. */
@NullMarked
package org.casebound.e2e.connector;

import org.jspecify.annotations.NullMarked;
