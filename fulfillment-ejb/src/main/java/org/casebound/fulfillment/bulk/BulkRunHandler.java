package org.casebound.fulfillment.bulk;

import jakarta.batch.operations.JobOperator;
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
import org.casebound.fulfillment.persistence.BulkRepository;

/**
 * Looks after a running job until it ends: gives it a runner on this node when it has none, or when its runner has been silent for
 * as long as a lease lasts. The runner waits until this transaction is committed, because it needs to see itself in the job.
 */
@ApplicationScoped
public class BulkRunHandler implements DueTaskHandler {
  /** Name of a look beside the regular ones. */
  static final String ONCE = "once";

  /** Name of the batch job, and of its document in META-INF/batch-jobs. */
  private static final String BATCH_JOB = "bulk-intake";

  @Inject private BulkRepository jobs;
  @Inject private DueTaskPlans plans;
  @Inject private FulfillmentSettings settings;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.BULK_INTAKE;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    jobs.lock(task.subjectId()).filter(job -> job.state() == BulkJobState.RUNNING).ifPresent(job -> look(job, task, now));
  }

  private void look(BulkJob job, DueTask task, Instant now) {
    if (job.needsRunner(now, settings.lease())) {
      run(job, now);
    }
    if (task.name().equals(Integer.toString(job.starts()))) {
      plans.plan(kind(), null, job.id(), task.name(), now.plus(settings.lease()), Values.EMPTY);
    }
  }

  private static void run(BulkJob job, Instant now) {
    Properties parameters = new Properties();
    parameters.setProperty("job", Long.toString(job.id()));
    parameters.setProperty("chunk", Integer.toString(job.chunk()));
    parameters.setProperty("runner", Integer.toString(job.handOver(now)));
    JobOperator operator = BatchRuntime.getJobOperator();
    operator.start(BATCH_JOB, parameters);
  }
}
