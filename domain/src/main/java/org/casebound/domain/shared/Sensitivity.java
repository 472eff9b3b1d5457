package org.casebound.domain.definition;

/** Who may read an attribute's value; masked for others. */
public enum Sensitivity {
  PUBLIC,
  INTERNAL,
  PERSONAL,
  SECRET
}
