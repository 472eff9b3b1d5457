package org.casebound.connector.api;

/** The body of an acknowledgement does not have the standard form. The message is a sentence for the sender. */
public final class MalformedAcknowledgementException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedAcknowledgementException(String message) {
    super(message);
  }
}
