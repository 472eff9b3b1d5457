/**
 * What the connectors have in common: their place in the container's pool, the time limit of a call and the delivery of
 * acknowledgements. A connector extends {@link org.casebound.connector.base.ConnectorManagedConnectionFactory} and
 * {@link org.casebound.connector.base.ConnectorResourceAdapter} and writes a {@link
 * org.casebound.connector.base.BackOffice}. Packed into each .rar.
 */
@NullMarked
package org.casebound.connector.base;

import org.jspecify.annotations.NullMarked;
