package org.casebound.connector.api;

import jakarta.resource.ResourceException;

/** The message listener that a connector's inbound side delivers to; implemented by a message-driven bean. */
public interface AcknowledgementListener {

  /**
   * Receives one acknowledgement. The sender is answered only after this returned and its transaction committed.
   *
   * @throws ResourceException when it could not be stored: the sender is told to send again
   */
  Receipt onAcknowledgement(Acknowledgement acknowledgement) throws ResourceException;
}
