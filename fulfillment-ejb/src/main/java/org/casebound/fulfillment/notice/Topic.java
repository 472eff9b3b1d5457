package org.casebound.fulfillment.notice;

import java.util.Locale;

/** What news are about, as finely as pages care. */
public enum Topic {
  /** Work items. */
  WORK,
  /** Cases, their flows and incidents. */
  CASES,
  /** Calls to back offices, their replies, and whether calls go out. */
  CALLS,
  /** What goes on by itself for long: batches, files of requests, migrations, retention. */
  JOBS,
  /** What is due. */
  TIMERS,
  /** Versions and drafts of processes. */
  PROCESSES,
  /** Server nodes. */
  NODES,
  /** What people are told. */
  NOTICES;

  /** The name that pages know it by. */
  public String channel() {
    return name().toLowerCase(Locale.ROOT);
  }
}
