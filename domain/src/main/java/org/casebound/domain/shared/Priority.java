package org.casebound.domain.shared;

/** How urgent a case is; the default is {@link #MEDIUM}. Ordered from least to most urgent. */
public enum Priority {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
