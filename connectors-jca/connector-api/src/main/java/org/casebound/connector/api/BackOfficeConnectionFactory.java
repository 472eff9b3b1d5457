package org.casebound.connector.api;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;
import java.util.List;

/** What an integration definition's connector name leads to in JNDI. Thread-safe. */
public interface BackOfficeConnectionFactory extends Serializable, Referenceable {

  /**
   * Takes a connection from the pool. It does not have to touch the network.
   *
   * @throws ResourceException when the pool is exhausted or the connector is not configured: nothing was sent
   */
  BackOfficeConnection getConnection() throws ResourceException;

  /**
   * Whether a call belongs to the transaction of the thread that makes it: its effect comes with the commit and goes with
   * the rollback. So it is made inside the transaction that records its outcome, and is never in doubt.
   */
  default boolean sharesTransaction() {
    return false;
  }

  /**
   * What an operation takes and gives, as far as its text and the configuration tell. Takes no connection and sends nothing. Used to
   * tell of mistakes when a process is designed; a call is checked by the connector all the same.
   *
   * @param operation as in a {@link Call}
   * @throws IllegalArgumentException with a sentence when the connector has no such operation
   */
  default Operation describe(String operation) {
    return Operation.ANY;
  }

  /** The operations, when they are a fixed list; empty when an operation is a text of some form, such as a path or a statement. */
  default List<String> operations() {
    return List.of();
  }
}
