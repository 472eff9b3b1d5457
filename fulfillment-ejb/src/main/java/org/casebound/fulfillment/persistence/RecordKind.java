package org.casebound.fulfillment.persistence;

/** Kinds of records that get their ids from {@link RecordIds}. */
public enum RecordKind {
  /** In small blocks: a case's id is its number, and numbers should have few gaps. */
  CASE("service_case_seq", 50),
  REQUEST("service_catalog_request_seq", 1000),
  DOCUMENT("document_seq", 1000),
  HISTORY("history_entry_seq", 1000),
  FLOW("fulfillment_flow_seq", 1000),
  STAGE("flow_stage_seq", 1000),
  STEP("flow_step_seq", 1000),
  ATTEMPT("step_attempt_seq", 1000),
  INCIDENT("incident_seq", 1000),
  WORK_ITEM("work_item_seq", 1000),
  REPLY("reply_inbox_seq", 1000),
  MILESTONE("milestone_seq", 50),
  PARKED_EVENT("parked_event_seq", 50),
  MIGRATION("migration_seq", 50),
  DUE_TASK("due_task_seq", 50),
  NOTIFICATION("notification_seq", 50),
  CASE_EVENT("case_event_seq", 50),
  SUBSTITUTION("substitution_seq", 50),
  CIRCUIT_CHANGE("circuit_change_seq", 50),
  BULK_JOB("bulk_job_seq", 50),
  SAVED_VIEW("saved_view_seq", 50),
  CASE_COMMENT("case_comment_seq", 50),
  CASE_MESSAGE("case_message_seq", 50),
  CASE_LINK("case_link_seq", 50),
  LEGAL_HOLD("legal_hold_seq", 50),
  RETENTION_RUN("retention_run_seq", 50),
  OPERATION_BATCH("operation_batch_seq", 50),
  SCHEDULED_ACTIVATION("scheduled_activation_seq", 50),
  WEBHOOK_DELIVERY("webhook_delivery_seq", 1000);

  private final String sequence;
  private final int block;

  RecordKind(String sequence, int block) {
    this.sequence = sequence;
    this.block = block;
  }

  /** The sequence in the database. */
  String sequence() {
    return sequence;
  }

  /** How many ids one value of the sequence stands for: its increment in the schema. */
  int block() {
    return block;
  }
}
