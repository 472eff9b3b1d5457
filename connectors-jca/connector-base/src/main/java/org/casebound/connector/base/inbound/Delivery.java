package org.casebound.connector.base.inbound;

import jakarta.resource.ResourceException;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Receipt;

/** Hands an acknowledgement to whoever stores it. */
public interface Delivery {
  /**
   * Returns when the acknowledgement is stored and committed.
   *
   * @throws ResourceException when it is not stored
   */
  Receipt deliver(Acknowledgement acknowledgement) throws ResourceException;
}
