package org.casebound.web.api.json;

import java.io.IOException;

/** The body is longer than the API reads. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** @param limit in bytes */
  public BodyTooLargeException(long limit) {
    super("The body is larger than the %d bytes that are read here.".formatted(limit));
  }
}
