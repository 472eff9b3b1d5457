package org.casebound.fulfillment.system;

/** What the report on the installation speaks of, in its order. */
public enum SystemPart {
  PRODUCT,
  SCHEMA,
  DATABASE,
  POOL,
  CLOCK,
  SCANNER,
  MAIL,
  MESSAGES,
  DISK,
  MEMORY,
  JAVA,
  SERVER,
  TIME_ZONE
}
