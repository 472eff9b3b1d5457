/**
 * A resource adapter for back offices that speak HTTP and JSON. Outbound it turns HTTP answers into {@link
 * org.casebound.connector.api.Outcome outcomes}; inbound it takes signed acknowledgements.
 */
@NullMarked
package org.casebound.connector.http;

import org.jspecify.annotations.NullMarked;
