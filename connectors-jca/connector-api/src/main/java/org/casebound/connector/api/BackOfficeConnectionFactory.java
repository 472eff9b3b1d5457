package org.casebound.connector.api;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

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
}
