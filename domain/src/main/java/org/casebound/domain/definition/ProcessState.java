package org.casebound.domain.definition;

/** The life of a version of a process. */
public enum ProcessState {
  /** Being designed; can not be requested. */
  DRAFT,
  /** Can be requested. */
  ACTIVE,
  /** Can not be requested any more; open cases go on. */
  RETIRED
}
