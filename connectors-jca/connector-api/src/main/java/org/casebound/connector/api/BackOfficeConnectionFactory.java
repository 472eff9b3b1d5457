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
}
