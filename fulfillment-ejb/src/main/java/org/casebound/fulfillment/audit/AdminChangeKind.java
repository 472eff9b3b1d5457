package org.casebound.fulfillment.audit;

/** What kinds of changes of administration are kept. */
public enum AdminChangeKind {
  /** Somebody stands in for another, or does not any more. The subject is the absent person. */
  SUBSTITUTION,
  /** Whether a second person is needed to publish a process. */
  PUBLICATION_RULE,
  /** When runs that erase and purge begin by themselves. */
  RETENTION_SCHEDULE,
  /** A case is held, or not any more. The subject is its number. */
  LEGAL_HOLD,
  /** A version of a process came into force, with its queues. The subject is the process. */
  PROCESS_ACTIVATED,
  /** A process can not be requested any more. */
  PROCESS_RETIRED,
  /** A version is to come into force at a time. */
  ACTIVATION_PLANNED,
  /** It is not to any more. */
  ACTIVATION_CALLED_OFF,
  /** A person stopped calls through a connector, or started them again. The subject is the connector. */
  CIRCUIT,
  /** A webhook was made, changed, paused, resumed or deleted by a person. The subject is its name. */
  WEBHOOK
}
