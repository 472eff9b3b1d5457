/** How the REST API reads and writes JSON. */
@NullMarked
package org.casebound.web.api.json;

import org.jspecify.annotations.NullMarked;
