package org.casebound.fulfillment.retention;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Properties;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.RetentionRepository;

/** Looks after a run until it ends: gives it a runner on this node when it has none, or when its runner has fallen silent. */
@ApplicationScoped
public class RetentionRunHandler implements DueTaskHandler {
  /** Name of the batch job, and of its document in META-INF/batch-jobs. */
  private static final String BATCH_JOB = "retention";

  @Inject private RetentionRepository retention;
  @Inject private DueCases cases;
  @Inject private DueTaskPlans plans;
  @Inject private FulfillmentSettings settings;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.RETENTION;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    retention.lockRun(task.subjectId()).filter(run -> run.state() == RetentionRunState.RUNNING).ifPresent(run -> look(run, now));
  }

  private void look(RetentionRun run, Instant now) {
    if (run.needsRunner(now, settings.lease())) {
      Properties parameters = new Properties();
      parameters.setProperty("run", Long.toString(run.id()));
      parameters.setProperty("runner", Integer.toString(run.handOver(cases.count(run.requestedAt()), now)));
      BatchRuntime.getJobOperator().start(BATCH_JOB, parameters);
    }
    plans.plan(kind(), null, run.id(), "", now.plus(settings.lease()), Values.EMPTY);
  }
}
