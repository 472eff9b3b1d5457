package org.casebound.connector.jms;

import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import org.casebound.connector.base.ConnectorResourceAdapter;

/**
 * The JMS connector's life in the container. It commits each request by itself, or leaves that to an XA connection factory
 * of the server, which takes part in the caller's transaction; it has no transactions of its own to offer.
 */
@Connector(
    displayName = "Casebound JMS connector",
    vendorName = "Casebound",
    eisType = "JMS",
    version = "0.1.0",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class JmsResourceAdapter extends ConnectorResourceAdapter {}
