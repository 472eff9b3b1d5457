package org.casebound.fulfillment.due;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.jspecify.annotations.Nullable;

/** Plans what is to happen at a time. Works in the caller's transaction; what is due already happens right after its commit. */
@Dependent
public class DueTaskPlans {
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private Event<DueNow> dueNow;
  @Inject private Clock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  /** Something is due as soon as the running transaction is committed. */
  record DueNow() {}

  /**
   * Plans a task.
   *
   * @param caseId the case it is about; null when it is about none
   * @param subjectId id of the record it is about, as its kind says
   * @param name tells several tasks of one subject apart; may be empty
   * @param at when; a past time means at once
   */
  public void plan(
      DueTaskKind kind, @Nullable Long caseId, long subjectId, String name, Instant at, Values data) {
    records.add(new DueTask(ids.next(RecordKind.DUE_TASK), kind, caseId, subjectId, name, at, data));
    if (!at.isAfter(clock.instant()) && transaction.getResource(DueNow.class) == null) {
      DueNow hint = new DueNow();
      transaction.putResource(DueNow.class, hint);
      dueNow.fire(hint);
    }
  }
}
