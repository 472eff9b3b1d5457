package org.casebound.connector.base;

import jakarta.resource.spi.ConfigProperty;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections to a back office through an XA resource of the server, which enlists and recovers itself. So the
 * connector can let it take part in the caller's transaction and needs no XA of its own.
 */
public abstract class TransactionalManagedConnectionFactory extends LoginManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(
      description = "OWN, or CALLER to take part in the transaction that records the outcome", defaultValue = "OWN")
  private String transaction = "OWN";

  /** Only for subclasses. */
  protected TransactionalManagedConnectionFactory() {}

  /** @throws IllegalArgumentException with a sentence when there is no such mode */
  protected TransactionMode mode() {
    return TransactionMode.of(transaction.strip());
  }

  @Override
  protected boolean sharesTransaction() {
    return transaction.strip().equals(TransactionMode.CALLER.name());
  }

  /** A transaction of the caller is bound to his thread. */
  @Override
  protected Executor executor(ConnectorResourceAdapter started) {
    return sharesTransaction() ? Runnable::run : super.executor(started);
  }

  public String getTransaction() {
    return transaction;
  }

  public void setTransaction(@Nullable String transaction) {
    this.transaction = orEmpty(transaction);
  }
}
