package org.casebound.domain.flow;

/** What became of a flow that is to move to another version. */
public enum MigrationState {
  /** Not yet looked at. */
  PENDING,
  /** It runs the new version. */
  MIGRATED,
  /** It can not be moved, and goes on in the old version. */
  REFUSED
}
