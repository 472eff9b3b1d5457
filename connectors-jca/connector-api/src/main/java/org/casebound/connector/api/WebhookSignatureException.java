package org.casebound.connector.api;

/** A message is not signed by a known sender, or not signed lately. The message is a sentence for the sender. */
public final class WebhookSignatureException extends Exception {
  private static final long serialVersionUID = 1L;

  WebhookSignatureException(String message) {
    super(message);
  }
}
