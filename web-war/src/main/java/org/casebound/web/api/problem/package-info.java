/** Errors of the REST API as problem details (RFC 9457): one mapper per kind of exception, nothing of the inside leaks. */
@NullMarked
package org.casebound.web.api.problem;

import org.jspecify.annotations.NullMarked;
