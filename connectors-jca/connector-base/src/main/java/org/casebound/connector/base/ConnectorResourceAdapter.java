package org.casebound.connector.base;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.concurrent.Executor;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** A connector's life in the container. Without an inbound side of its own it activates no endpoints. */
public abstract class ConnectorResourceAdapter implements ResourceAdapter {
  private volatile @Nullable BootstrapContext context;

  /** Only for subclasses. */
  protected ConnectorResourceAdapter() {}

  @Override
  public void start(BootstrapContext given) {
    this.context = given;
  }

  @Override
  public void stop() {
    context = null;
  }

  /**
   * What the container offers.
   *
   * @throws IllegalStateException when the adapter is not started
   */
  protected BootstrapContext context() {
    BootstrapContext started = context;
    if (started == null) {
      throw new IllegalStateException("The resource adapter is not started.");
    }
    return started;
  }

  /** The container's work threads. */
  public Executor executor() {
    return new WorkExecutor(context().getWorkManager());
  }

  @Override
  public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
    throw new NotSupportedException("This connector has no inbound side.");
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {}

  /** Nothing is recovered: no connector takes part in the caller's transactions. */
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
