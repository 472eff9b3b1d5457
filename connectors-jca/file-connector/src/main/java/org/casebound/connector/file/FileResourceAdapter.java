package org.casebound.connector.file;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.inbound.EndpointDelivery;
import org.casebound.connector.file.inbound.FolderPickup;

/** The file connector's inbound side and its life in the container. */
@Connector(
    displayName = "Casebound file connector",
    vendorName = "Casebound",
    eisType = "File system",
    version = "0.1.0",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class FileResourceAdapter extends ConnectorResourceAdapter {
  private final Map<MessageEndpointFactory, FolderWatch> watches = new ConcurrentHashMap<>();

  @Override
  public void stop() {
    watches.values().forEach(FolderWatch::close);
    watches.clear();
    super.stop();
  }

  @Override
  public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
    if (!(spec instanceof FolderActivation activation)) {
      throw new NotSupportedException("The file connector activates endpoints for acknowledgement files only.");
    }
    activation.validate();
    if (!activation.getEnabled()) {
      FileConnectorLog.LOG.notWatching(activation.getConnector());
      return;
    }
    EndpointDelivery delivery = new EndpointDelivery(endpoints, context().getTransactionSynchronizationRegistry());
    String node = UUID.randomUUID().toString();
    FolderPickup pickup = new FolderPickup(activation.settings(), delivery, node, Clock.systemUTC());
    FolderWatch watch = new FolderWatch(activation, pickup, executor());
    watches.put(endpoints, watch);
    watch.start(context());
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
    FolderWatch watch = watches.remove(endpoints);
    if (watch != null) {
      watch.close();
    }
  }
}
