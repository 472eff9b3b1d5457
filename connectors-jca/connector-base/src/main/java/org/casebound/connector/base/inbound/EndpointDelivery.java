package org.casebound.connector.base.inbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.Optional;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.Receipt;

/**
 * Delivers to a message endpoint, in a transaction where the endpoint asks for one. A container may roll back without
 * an exception, so the transaction's true end is watched.
 */
public final class EndpointDelivery implements Delivery {
  private static final Method METHOD = method();

  private final MessageEndpointFactory endpoints;
  private final TransactionSynchronizationRegistry transactions;

  public EndpointDelivery(MessageEndpointFactory endpoints, TransactionSynchronizationRegistry transactions) {
    this.endpoints = endpoints;
    this.transactions = transactions;
  }

  private static Method method() {
    try {
      return AcknowledgementListener.class.getMethod("onAcknowledgement", Acknowledgement.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Receipt deliver(Acknowledgement acknowledgement) throws ResourceException {
    MessageEndpoint endpoint = endpoints.createEndpoint(null);
    try {
      return isTransacted()
          ? deliverInTransaction(endpoint, acknowledgement)
          : ((AcknowledgementListener) endpoint).onAcknowledgement(acknowledgement);
    } finally {
      endpoint.release();
    }
  }

  private boolean isTransacted() throws ResourceException {
    try {
      return endpoints.isDeliveryTransacted(METHOD);
    } catch (NoSuchMethodException e) {
      throw new ResourceException("The endpoint has no method for acknowledgements.", e);
    }
  }

  private Receipt deliverInTransaction(MessageEndpoint endpoint, Acknowledgement acknowledgement)
      throws ResourceException {
    Optional<CommitWitness> witness;
    Receipt receipt;
    try {
      endpoint.beforeDelivery(METHOD);
    } catch (NoSuchMethodException e) {
      throw new ResourceException("The endpoint has no method for acknowledgements.", e);
    }
    try {
      witness = witness();
      receipt = ((AcknowledgementListener) endpoint).onAcknowledgement(acknowledgement);
    } catch (ResourceException | RuntimeException e) {
      endAfter(endpoint, e);
      throw e;
    }
    endpoint.afterDelivery();
    if (witness.isPresent() && !witness.get().committed()) {
      throw new ResourceException("The delivery was rolled back.");
    }
    return receipt;
  }

  private Optional<CommitWitness> witness() {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return Optional.empty();
    }
    CommitWitness witness = new CommitWitness();
    transactions.registerInterposedSynchronization(witness);
    return Optional.of(witness);
  }

  private static void endAfter(MessageEndpoint endpoint, Exception failure) {
    try {
      endpoint.afterDelivery();
    } catch (ResourceException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
