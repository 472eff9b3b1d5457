/**
 * The contract between Casebound and a connector to a back office.
 *
 * <p>A connector is a Jakarta Connectors resource adapter. Outbound it offers a {@link
 * org.casebound.connector.api.BackOfficeConnectionFactory}; inbound it delivers {@link
 * org.casebound.connector.api.Acknowledgement acknowledgements} to an {@link
 * org.casebound.connector.api.AcknowledgementListener}. All values are immutable.
 */
@NullMarked
package org.casebound.connector.api;

import org.jspecify.annotations.NullMarked;
