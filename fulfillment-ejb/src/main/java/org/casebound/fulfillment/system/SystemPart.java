package org.casebound.fulfillment.system;

/** What the report on the installation speaks of, in its order. */
public enum SystemPart {
  JAVA,
  MEMORY,
  TIME_ZONE
}
