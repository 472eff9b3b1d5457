/** Who may call the REST API, and from where. */
@NullMarked
package org.casebound.web.api.security;

import org.jspecify.annotations.NullMarked;
