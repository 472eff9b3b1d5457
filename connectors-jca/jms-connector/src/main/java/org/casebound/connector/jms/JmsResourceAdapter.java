package org.casebound.connector.jms;

import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import org.casebound.connector.base.ConnectorResourceAdapter;

/**
 * The JMS connector's life in the container. It commits each request by itself, so it takes no part in the caller's
 * transaction.
 */
@Connector(
    displayName = "Casebound JMS connector",
    vendorName = "Casebound",
    eisType = "JMS",
    version = "0.1.0",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class JmsResourceAdapter extends ConnectorResourceAdapter {}
