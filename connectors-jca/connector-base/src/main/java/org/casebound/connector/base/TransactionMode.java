package org.casebound.connector.base;

import java.util.Arrays;

/** Whose transaction the effect of a call belongs to. */
public enum TransactionMode {
  /** One of the connector's own, committed before the call returns. */
  OWN,
  /** The caller's, with which the server's XA resources commit or roll back. */
  CALLER;

  /** @throws IllegalArgumentException with a sentence when there is no such mode */
  public static TransactionMode of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("transaction must be OWN or CALLER."));
  }
}
