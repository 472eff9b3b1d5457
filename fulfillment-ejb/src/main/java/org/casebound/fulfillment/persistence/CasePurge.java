package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** Deletes closed cases with everything that belongs to them. Works in the caller's transaction. */
@Dependent
public class CasePurge {
  private static final String FLOWS = "(select f.id from fulfillment_flow f where f.case_id in (:cases))";
  private static final String ATTEMPTS = "(select a.id from step_attempt a where a.flow_id in " + FLOWS + ")";

  /** What refers to others goes before them; but first it waits for whatever a flow is about to add, and keeps others from adding more. */
  private static final List<String> STATEMENTS =
      List.of(
          "update fulfillment_flow set version = version + 1 where case_id in (:cases)",
          "update bulk_line set case_id = null where case_id in (:cases)",
          "delete from reply_inbox where attempt_id in " + ATTEMPTS,
          "delete from step_attempt where flow_id in " + FLOWS,
          "delete from work_item_draft where work_item_id in (select w.id from work_item w where w.case_id in (:cases))",
          "delete from work_item where case_id in (:cases)",
          "delete from incident where case_id in (:cases)",
          "delete from parked_event where flow_id in " + FLOWS,
          "delete from migration_result where case_id in (:cases)",
          "delete from operation_batch_item where case_id in (:cases)",
          "delete from flow_step where flow_id in " + FLOWS,
          "delete from flow_stage where flow_id in " + FLOWS,
          "delete from fulfillment_flow where case_id in (:cases)",
          "delete from intake_key where case_id in (:cases)",
          "delete from case_message where case_id in (:cases)",
          "delete from case_link where case_id in (:cases)",
          "delete from case_link where other_id in (:cases)",
          "delete from document_content where document_id in (select d.id from document d where d.case_id in (:cases))",
          "delete from document where case_id in (:cases)",
          "delete from milestone where case_id in (:cases)",
          "delete from due_task where case_id in (:cases)",
          "delete from case_event where case_id in (:cases)",
          "delete from case_comment where case_id in (:cases)",
          "delete from notification where case_id in (:cases)",
          "delete from webhook_delivery where case_id in (:cases)",
          "delete from legal_hold where case_id in (:cases)",
          "delete from case_erasure where case_id in (:cases)",
          "delete from history_entry where case_id in (:cases)",
          "delete from service_catalog_request where case_id in (:cases)",
          "delete from service_case where id in (:cases)");

  @Inject private EntityManager entities;

  /** Deletes them; none of them has been read in this transaction. */
  public void delete(Collection<Long> caseIds) {
    STATEMENTS.forEach(statement -> entities.createNativeQuery(statement).setParameter("cases", caseIds).executeUpdate());
  }
}
