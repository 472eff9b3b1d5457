package ${package};

import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import org.casebound.connector.base.ConnectorResourceAdapter;

/** The connector's life in the container. */
@Connector(
    displayName = "${prefix} connector",
    eisType = "${prefix}",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class ${prefix}ResourceAdapter extends ConnectorResourceAdapter {}
