/**
 * The test kit for connectors. Whoever writes a connector extends {@link
 * org.casebound.connector.tck.ConnectorContract} and gives it a {@link org.casebound.connector.tck.Rig}; every test
 * that passes is a promise the engine relies on when it decides whether a step may be repeated. What all of them show together
 * is the connector's {@link org.casebound.connector.api.ConformanceLevel}, which is packed with it. Connectors that receive
 * acknowledgements extend {@link org.casebound.connector.tck.AcknowledgementContract} too.
 */
@NullMarked
package org.casebound.connector.tck;

import org.jspecify.annotations.NullMarked;
