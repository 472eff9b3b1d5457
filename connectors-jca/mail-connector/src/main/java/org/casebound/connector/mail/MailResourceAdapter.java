package org.casebound.connector.mail;

import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import org.casebound.connector.base.ConnectorResourceAdapter;

/** The mail connector's life in the container. */
@Connector(
    displayName = "Casebound mail connector",
    vendorName = "Casebound",
    eisType = "SMTP",
    version = "0.1.0",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class MailResourceAdapter extends ConnectorResourceAdapter {}
