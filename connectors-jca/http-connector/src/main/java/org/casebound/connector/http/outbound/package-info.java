/** One exchange with a back office over HTTP, without any knowledge of pools. */
@NullMarked
package org.casebound.connector.http.outbound;

import org.jspecify.annotations.NullMarked;
