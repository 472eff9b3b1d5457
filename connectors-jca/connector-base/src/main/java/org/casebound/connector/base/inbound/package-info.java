/** Delivers acknowledgements to message endpoints. */
@NullMarked
package org.casebound.connector.base.inbound;

import org.jspecify.annotations.NullMarked;
