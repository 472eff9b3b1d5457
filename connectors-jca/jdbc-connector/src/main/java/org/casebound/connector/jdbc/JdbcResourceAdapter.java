package org.casebound.connector.jdbc;

import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import org.casebound.connector.base.ConnectorResourceAdapter;

/**
 * The JDBC connector's life in the container. It commits in the other database by itself, or leaves that to an XA data
 * source of the server, which takes part in the caller's transaction; it has no transactions of its own to offer.
 */
@Connector(
    displayName = "Casebound JDBC connector",
    vendorName = "Casebound",
    eisType = "Database",
    version = "0.1.0",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class JdbcResourceAdapter extends ConnectorResourceAdapter {}
