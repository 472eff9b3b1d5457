package org.casebound.domain.cases;

/**
 * Who answers for a case or a work item.
 *
 * @param kind a person or a queue
 * @param name user name or queue name
 */
public record Owner(Kind kind, String name) {
  /** The two kinds of owner. */
  public enum Kind {
    USER,
    QUEUE
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
