package org.casebound.connector.http;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.inbound.EndpointDelivery;
import org.casebound.connector.http.inbound.AcknowledgementHandler;
import org.casebound.connector.http.inbound.AcknowledgementServers;
import org.jspecify.annotations.Nullable;

/** The HTTP connector's inbound side and its life in the container. */
@Connector(
    displayName = "Casebound HTTP connector",
    vendorName = "Casebound",
    eisType = "HTTP",
    version = "0.1.0",
    transactionSupport = TransactionSupportLevel.NoTransaction)
public class HttpResourceAdapter extends ConnectorResourceAdapter {
  private final Map<MessageEndpointFactory, AcknowledgementListening> listenings = new ConcurrentHashMap<>();
  private @Nullable AcknowledgementServers servers;

  @Override
  public void start(BootstrapContext given) {
    super.start(given);
    this.servers = new AcknowledgementServers(executor());
  }

  @Override
  public void stop() {
    listenings.values().forEach(AcknowledgementListening::close);
    listenings.clear();
    super.stop();
  }

  @Override
  public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
    if (!(spec instanceof AcknowledgementActivation activation) || servers == null) {
      throw new NotSupportedException("The HTTP connector activates acknowledgement endpoints only, once started.");
    }
    activation.validate();
    if (!activation.getEnabled()) {
      HttpConnectorLog.LOG.notListening(activation.getConnector());
      return;
    }
    EndpointDelivery delivery = new EndpointDelivery(endpoints, context().getTransactionSynchronizationRegistry());
    AcknowledgementHandler handler =
        new AcknowledgementHandler(activation.getConnector(), activation.signature(Clock.systemUTC()), delivery);
    AcknowledgementListening listening = new AcknowledgementListening(activation, handler, servers);
    listenings.put(endpoints, listening);
    listening.start(context());
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
    AcknowledgementListening listening = listenings.remove(endpoints);
    if (listening != null) {
      listening.close();
    }
  }
}
