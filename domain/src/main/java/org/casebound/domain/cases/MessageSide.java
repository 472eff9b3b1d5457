package org.casebound.domain.cases;

/** Who of the two that write to each other about a case. */
public enum MessageSide {
  /** Those who work it. */
  STAFF,
  /** The person for whom it was filed. */
  REQUESTER;

  /** To whom this one writes. */
  public MessageSide other() {
    return this == STAFF ? REQUESTER : STAFF;
  }
}
