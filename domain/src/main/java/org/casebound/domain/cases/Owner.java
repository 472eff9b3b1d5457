package org.casebound.domain.cases;

import java.util.Optional;

/**
 * Who answers for a case or a work item.
 *
 * @param kind a person or a queue
 * @param name user name or queue name
 */
public record Owner(Kind kind, String name) {
  private static final String USER_PREFIX = "user:";
  private static final String QUEUE_PREFIX = "queue:";

  /** The two kinds of owner. */
  public enum Kind {
    USER,
    QUEUE
  }

  /**
   * Reads what an expression names: {@code user:x}, {@code queue:x}, or a bare user name.
   *
   * @return empty when it names nobody
   */
  public static Optional<Owner> parse(String text) {
    String stripped = text.strip();
    boolean queue = stripped.startsWith(QUEUE_PREFIX);
    String name = queue ? stripped.substring(QUEUE_PREFIX.length()) : stripped.startsWith(USER_PREFIX) ? stripped.substring(USER_PREFIX.length()) : stripped;
    return name.isBlank() ? Optional.empty() : Optional.of(new Owner(queue ? Kind.QUEUE : Kind.USER, name.strip()));
  }

  /** A person. */
  public static Owner user(String name) {
    return new Owner(Kind.USER, name);
  }

  /** A queue. */
  public static Owner queue(String name) {
    return new Owner(Kind.QUEUE, name);
  }
}
