package org.casebound.connector.jms.outbound;

import java.util.Arrays;

/** How a back office answers a request. */
public enum Answering {
  /** It does not: the request is done when the broker has it. */
  NEVER,
  /** Over the reply queue, later: the request is accepted when the broker has it. */
  LATER,
  /** Over a temporary queue, while the caller waits. */
  AT_ONCE;

  /** @throws IllegalArgumentException with a sentence when there is no such way */
  public static Answering of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("answering must be NEVER, LATER or AT_ONCE."));
  }
}
