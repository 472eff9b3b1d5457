package org.casebound.domain.integration;

/** Whether the caller waits for the answer. */
public enum IntegrationMode {
  /** The call answers at once; a later acknowledgement is not expected. */
  SERVICE,
  /** The call may be accepted (202); the step then parks until the acknowledgement, holding no thread and no connection. */
  PROCESS
}
