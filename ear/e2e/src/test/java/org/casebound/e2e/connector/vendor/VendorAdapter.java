package org.casebound.e2e.connector.vendor;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import javax.transaction.xa.XAResource;

/** A vendor's resource adapter for insurance quotes. It knows the Connectors API and nothing else. */
@Connector(vendorName = "A vendor", eisType = "Quotes", version = "1", transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class VendorAdapter implements ResourceAdapter {
  @Override
  public void start(BootstrapContext context) {
    // Nothing to start.
  }

  @Override
  public void stop() {
    // Nothing to stop.
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) {
    // Outbound only.
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    // Outbound only.
  }

  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VendorAdapter;
  }

  @Override
  public int hashCode() {
    return VendorAdapter.class.hashCode();
  }
}
