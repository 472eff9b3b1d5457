package org.casebound.domain.integration;

/** What is kept with a try of what was sent and answered. */
public enum PayloadLog {
  /** Nothing. */
  OFF,
  /** Their structure; values only where they are declared PUBLIC or INTERNAL. The default. */
  MASKED,
  /** All values but those that are declared SECRET. Who may not see personal data is shown what MASKED would keep. */
  FULL
}
