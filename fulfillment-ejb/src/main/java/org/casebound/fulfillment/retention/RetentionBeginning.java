package org.casebound.fulfillment.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DueTaskRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.RetentionRepository;

/** Begins runs, one at a time, and plans the next night. Works in the caller's transaction, which has locked the schedule. */
@Dependent
public class RetentionBeginning {
  @Inject private RetentionRepository retention;
  @Inject private DueTaskRepository tasks;
  @Inject private DueTaskPlans plans;
  @Inject private RecordIds ids;

  /** A new run, unless one is on its way. */
  Optional<RetentionRun> begin(String requestedBy, Instant now) {
    if (retention.isRunning()) {
      return Optional.empty();
    }
    RetentionRun run = new RetentionRun(ids.next(RecordKind.RETENTION_RUN), requestedBy, now);
    retention.add(run);
    plans.plan(DueTaskKind.RETENTION, null, run.id(), "", now, Values.EMPTY);
    return Optional.of(run);
  }

  /** The night that was planned is forgotten; the next one is planned. */
  void planNext(RetentionSchedule schedule) {
    tasks.cancel(RetentionSchedule.ONLY, List.of(DueTaskKind.RETENTION_NIGHT));
    schedule
        .nextAt()
        .ifPresent(at -> plans.plan(DueTaskKind.RETENTION_NIGHT, null, RetentionSchedule.ONLY, at.toString(), at, Values.EMPTY));
  }
}
