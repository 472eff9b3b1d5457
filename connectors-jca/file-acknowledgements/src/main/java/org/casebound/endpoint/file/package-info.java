/** Where the file connector delivers acknowledgements: a deployment of its own, because it needs the connector to start. */
@NullMarked
package org.casebound.endpoint.file;

import org.jspecify.annotations.NullMarked;
