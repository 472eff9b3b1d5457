package org.casebound.fulfillment.system;

/** What can be said of a part of the installation. The console has a sentence for each, which says how to mend what is not good. */
public enum Finding {
  /** Values: version, commit. */
  PRODUCT_BUILT(SystemPart.PRODUCT, Grade.GOOD),
  /** The build was not told its commit. Values: version. */
  PRODUCT_VERSION(SystemPart.PRODUCT, Grade.GOOD),
  /** Values: newest migration. */
  SCHEMA_CURRENT(SystemPart.SCHEMA, Grade.GOOD),
  /** Values: newest migration, how many are to come. */
  SCHEMA_PENDING(SystemPart.SCHEMA, Grade.BAD),
  /** A newer version of the product has migrated the database. Values: newest migration. */
  SCHEMA_AHEAD(SystemPart.SCHEMA, Grade.ATTENTION),
  /** Values: product, version, driver. */
  DATABASE_ANSWERS(SystemPart.DATABASE, Grade.GOOD),
  /** Values: what it says. */
  DATABASE_FAILS(SystemPart.DATABASE, Grade.BAD),
  /** Values: how many seconds it was waited for. */
  DATABASE_SILENT(SystemPart.DATABASE, Grade.BAD),
  /** Values: in use, available, most. */
  POOL_USED(SystemPart.POOL, Grade.GOOD),
  /** Values: most. */
  POOL_EMPTY(SystemPart.POOL, Grade.ATTENTION),
  /** Statistics are off. */
  POOL_UNCOUNTED(SystemPart.POOL, Grade.GOOD),
  /** Values: milliseconds between the clock of the database and that of the server. */
  CLOCK_TOGETHER(SystemPart.CLOCK, Grade.GOOD),
  /** Values: milliseconds between the clock of the database and that of the server. */
  CLOCK_APART(SystemPart.CLOCK, Grade.ATTENTION),
  SCANNER_NONE(SystemPart.SCANNER, Grade.ATTENTION),
  /** Values: which. */
  SCANNER_ANSWERS(SystemPart.SCANNER, Grade.GOOD),
  /** Values: which, what it says. */
  SCANNER_FAILS(SystemPart.SCANNER, Grade.BAD),
  /** Values: how many seconds it was waited for. */
  SCANNER_SILENT(SystemPart.SCANNER, Grade.BAD),
  MAIL_NONE(SystemPart.MAIL, Grade.GOOD),
  /** Values: JNDI name. */
  MAIL_READY(SystemPart.MAIL, Grade.GOOD),
  /** Values: JNDI name. */
  MAIL_MISSING(SystemPart.MAIL, Grade.BAD),
  MESSAGES_NONE(SystemPart.MESSAGES, Grade.GOOD),
  /** Values: JNDI name. */
  MESSAGES_READY(SystemPart.MESSAGES, Grade.GOOD),
  /** Values: free MB below the data directory. */
  DISK_FREE(SystemPart.DISK, Grade.GOOD),
  /** Values: free MB below the data directory. */
  DISK_SHORT(SystemPart.DISK, Grade.ATTENTION),
  /** Values: free MB below the data directory. */
  DISK_FULL(SystemPart.DISK, Grade.BAD),
  /** Values: used and most MB of the heap. */
  MEMORY_FREE(SystemPart.MEMORY, Grade.GOOD),
  /** Values: used and most MB of the heap. */
  MEMORY_SHORT(SystemPart.MEMORY, Grade.ATTENTION),
  /** Values: version, vendor. */
  JAVA_RUNS(SystemPart.JAVA, Grade.GOOD),
  /** Values: product, version. */
  SERVER_RUNS(SystemPart.SERVER, Grade.GOOD),
  /** The server was told not to say. */
  SERVER_UNKNOWN(SystemPart.SERVER, Grade.GOOD),
  /** Values: the zone of the server. */
  ZONE(SystemPart.TIME_ZONE, Grade.GOOD);

  private final SystemPart part;
  private final Grade grade;

  Finding(SystemPart part, Grade grade) {
    this.part = part;
    this.grade = grade;
  }

  public SystemPart part() {
    return part;
  }

  public Grade grade() {
    return grade;
  }
}
