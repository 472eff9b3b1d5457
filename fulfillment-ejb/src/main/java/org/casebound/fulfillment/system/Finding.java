package org.casebound.fulfillment.system;

/** What can be said of a part of the installation. The console has a sentence for each, which says how to mend what is not good. */
public enum Finding {
  /** Values: version, vendor. */
  JAVA_RUNS(SystemPart.JAVA, Grade.GOOD),
  /** Values: used and most MB of the heap. */
  MEMORY_FREE(SystemPart.MEMORY, Grade.GOOD),
  /** Values: used and most MB of the heap. */
  MEMORY_SHORT(SystemPart.MEMORY, Grade.ATTENTION),
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
