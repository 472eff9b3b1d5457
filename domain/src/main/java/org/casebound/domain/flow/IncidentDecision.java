package org.casebound.domain.flow;

/** What a person decided about an incident. */
public enum IncidentDecision {
  /** The step, or the flow, tries again where it stopped. That says nothing about whether it will succeed. */
  RETRY,
  /** The step ended with an outcome that the person gave. */
  SKIP,
  /** The flow was canceled. */
  CANCEL
}
