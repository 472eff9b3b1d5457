package org.casebound.domain.shared;

/** How a closed case ended. */
public enum Resolution {
  /** The service was delivered. */
  FULFILLED,
  /** The service was refused, by a person or by the back office. */
  REJECTED,
  /** The case was withdrawn before the service was delivered. */
  CANCELED
}
