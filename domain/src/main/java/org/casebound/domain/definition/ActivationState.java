package org.casebound.domain.definition;

/** What became of the activation of a version that was to come at a time. */
public enum ActivationState {
  /** Its time has not come. */
  WAITING,
  /** The version became the active one at its time. */
  DONE,
  /** A person called it off, or another decision about the process took its place. */
  CALLED_OFF,
  /** Its time came and something stood in the way; the process kept its version. */
  REFUSED
}
