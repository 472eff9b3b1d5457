/** One call to a database, without any knowledge of pools. */
@NullMarked
package org.casebound.connector.jdbc.outbound;

import org.jspecify.annotations.NullMarked;
