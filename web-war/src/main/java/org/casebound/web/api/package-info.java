/** The REST API at /api/v1: resources, their request bodies and the document that describes them. */
@NullMarked
package org.casebound.web.api;

import org.jspecify.annotations.NullMarked;
