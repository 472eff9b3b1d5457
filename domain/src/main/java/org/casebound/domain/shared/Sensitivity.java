package org.casebound.domain.shared;

/** Who may read a value; masked for others. */
public enum Sensitivity {
  PUBLIC,
  INTERNAL,
  PERSONAL,
  SECRET
}
