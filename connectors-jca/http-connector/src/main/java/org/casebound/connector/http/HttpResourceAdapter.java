package org.casebound.connector.http;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import org.casebound.connector.base.WorkExecutor;
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
public class HttpResourceAdapter implements ResourceAdapter {
  private final Map<MessageEndpointFactory, AcknowledgementListening> listenings = new ConcurrentHashMap<>();
  private @Nullable BootstrapContext context;
  private @Nullable AcknowledgementServers servers;

  @Override
  public void start(BootstrapContext given) {
    this.context = given;
    this.servers = new AcknowledgementServers(new WorkExecutor(given.getWorkManager()));
  }

  @Override
  public void stop() {
    listenings.values().forEach(AcknowledgementListening::close);
    listenings.clear();
  }

  @Override
  public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
    BootstrapContext started = context;
    if (!(spec instanceof AcknowledgementActivation activation) || started == null || servers == null) {
      throw new NotSupportedException("The HTTP connector activates acknowledgement endpoints only, once started.");
    }
    activation.validate();
    if (!activation.getEnabled()) {
      HttpConnectorLog.LOG.notListening(activation.getConnector());
      return;
    }
    EndpointDelivery delivery = new EndpointDelivery(endpoints, started.getTransactionSynchronizationRegistry());
    AcknowledgementHandler handler =
        new AcknowledgementHandler(activation.getConnector(), activation.signature(Clock.systemUTC()), delivery);
    AcknowledgementListening listening = new AcknowledgementListening(activation, handler, servers);
    listenings.put(endpoints, listening);
    listening.start(started);
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
    AcknowledgementListening listening = listenings.remove(endpoints);
    if (listening != null) {
      listening.close();
    }
  }

  /** HTTP has nothing to recover. */
  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  /** There is one per deployment; it has no configuration of its own. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
