/** The document that describes the REST API, served by the server at /openapi. */
@NullMarked
package org.casebound.web.api.openapi;

import org.jspecify.annotations.NullMarked;
