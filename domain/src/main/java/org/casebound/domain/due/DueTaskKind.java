package org.casebound.domain.due;

/** What a due task is for. */
public enum DueTaskKind {
  /** A flow starts after the commit of the change that triggered it. */
  FLOW_START,
  /** A flow starts at a time, if its condition still holds. */
  SCHEDULED_START,
  /** A flow asks its conditions again, because another flow changed their case. */
  FLOW_RECHECK,
  /** A step's wait is over, or its wait for an event has timed out. */
  STEP_TIMER,
  /** A work item is due soon: whoever has it is reminded. */
  WORK_REMINDER,
  /** A work item is late: it escalates. */
  WORK_ESCALATION,
  /** A work item was kept for a person until now. */
  WORK_LEASE,
  /** A promised time of a case comes near. */
  MILESTONE_WARNING,
  /** A promised time of a case is over. */
  MILESTONE_VIOLATION,
  /** A case has been open for long: it escalates. */
  CASE_ESCALATION,
  /** Running flows of a process move to another version, the next few of them. */
  MIGRATION,
  /** A file of requests needs somebody who files it, or one who looks whether somebody still does. */
  BULK_INTAKE,
  /** A run that erases and purges needs a runner, or one who looks whether it still has one. */
  RETENTION,
  /** It is time for the run of a night. */
  RETENTION_NIGHT,
  /** An operation on many flows needs a runner, or one who looks what became of its retries. */
  OPERATION_BATCH,
  /** It is time to look for old drafts of requests. */
  REQUEST_DRAFTS,
  /** A version of a process comes into force. */
  VERSION_ACTIVATION,
  /** What was kept for a webhook while it was paused is to be sent, the next few. */
  WEBHOOK_RESUMPTION,
  /** It is time to look for old deliveries of webhooks. */
  WEBHOOK_CLEANUP,
  /** An event is to be sent to a webhook. Its receiver is called outside of any transaction. */
  WEBHOOK_DELIVERY(true),
  /** A scanner is to look at a document. It is asked outside of any transaction. */
  DOCUMENT_SCAN(true);

  private final boolean errand;

  DueTaskKind() {
    this(false);
  }

  DueTaskKind(boolean errand) {
    this.errand = errand;
  }

  /** Whether another system is asked to do it, which no transaction waits for. */
  public boolean isErrand() {
    return errand;
  }
}
