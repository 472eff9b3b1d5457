/** The small HTTP server that takes acknowledgements and delivers them to message endpoints. */
@NullMarked
package org.casebound.connector.http.inbound;

import org.jspecify.annotations.NullMarked;
