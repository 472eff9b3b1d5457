package org.casebound.fulfillment.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.RetentionRepository;

/** Begins the run of a night and plans the next one. */
@ApplicationScoped
public class RetentionNightHandler implements DueTaskHandler {
  @Inject private RetentionRepository retention;
  @Inject private RetentionBeginning beginning;
  @Inject private DueTaskPlans plans;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.RETENTION_NIGHT;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    RetentionSchedule schedule = retention.lockSchedule();
    if (schedule.nextAt().map(Instant::toString).filter(task.name()::equals).isEmpty()) {
      return; // the schedule was changed meanwhile
    }
    beginning.begin(HistoryEntry.SYSTEM, now);
    schedule.advance(now);
    // Not planNext: that one would cancel the task in hand, too.
    schedule.nextAt().ifPresent(at -> plans.plan(kind(), null, RetentionSchedule.ONLY, at.toString(), at, Values.EMPTY));
  }
}
