package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** Takes personal data out of everything that belongs to closed cases. Works in the caller's transaction. */
@Dependent
public class CaseErasure {
  private static final String FLOWS = "(select f.id from fulfillment_flow f where f.case_id in (:cases))";
  private static final String ATTEMPTS = "(select a.id from step_attempt a where a.flow_id in " + FLOWS + ")";

  /** What people wrote and entered, what was sent and answered; states, times, outcomes and names of users stay. */
  private static final List<String> STATEMENTS =
      List.of(
          "update reply_inbox set reply = '{}' where attempt_id in " + ATTEMPTS,
          "update step_attempt set input = '{}', payload = '{}', message = '' where flow_id in " + FLOWS,
          "update flow_step set entered_data = '{}', comment = null, reason = '' where flow_id in " + FLOWS,
          "delete from work_item_draft where work_item_id in (select w.id from work_item w where w.case_id in (:cases))",
          "update work_item set entered_data = '{}', comment = null where case_id in (:cases)",
          "update fulfillment_flow set variables = '{}' where case_id in (:cases)",
          "update incident set message = '' where case_id in (:cases)",
          "update operation_batch_item set message = '' where case_id in (:cases)",
          "update case_event set data = '{}' where case_id in (:cases)",
          "delete from parked_event where flow_id in " + FLOWS,
          "delete from case_comment where case_id in (:cases)",
          "delete from notification where case_id in (:cases)",
          "delete from case_message where case_id in (:cases)",
          "update case_link set reason = '' where case_id in (:cases)",
          "update case_link set reason = '' where other_id in (:cases)",
          "delete from document_content where document_id in (select d.id from document d where d.case_id in (:cases))",
          "delete from document where case_id in (:cases)",
          "update history_entry set from_state = '', to_state = '' where case_id in (:cases) and subject = 'REQUEST'",
          "update history_entry set why = '' where case_id in (:cases) and actor <> 'system'",
          "update service_case set close_reason = '' where id in (:cases) and close_reason is not null");

  @Inject private EntityManager entities;

  /** Takes out all but the attributes of the request and the subject, before any record of the cases is read. */
  public void eraseBesides(Collection<Long> caseIds) {
    STATEMENTS.forEach(statement -> entities.createNativeQuery(statement).setParameter("cases", caseIds).executeUpdate());
  }
}
