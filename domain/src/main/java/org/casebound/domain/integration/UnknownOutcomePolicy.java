package org.casebound.domain.integration;

/** What to do when it is not known whether a call had its effect. An unknown outcome is never taken for "not done". */
public enum UnknownOutcomePolicy {
  /** Ask the back office by the call's key; send again only when it says "not applied". The default. */
  VERIFY,
  /** Send again with the same key: only for back offices that drop repeated keys. */
  RESEND,
  /** Stop with an incident: a person decides. */
  INCIDENT
}
