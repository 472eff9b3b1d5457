package org.casebound.fulfillment.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.casebound.fulfillment.retention.RetentionRuns;

/** Says in the run how its runner ended. A server that stops in good order leaves the run to another runner. */
@Named
@Dependent
public class RetentionRunListener extends AbstractJobListener {
  @Inject private RetentionRuns runs;
  @Inject private JobContext context;

  @Inject
  @BatchProperty(name = "run")
  private String runId;

  @Inject
  @BatchProperty(name = "runner")
  private String runner;

  @Override
  public void afterJob() {
    BatchStatus status = context.getBatchStatus();
    if (status == BatchStatus.FAILED) {
      runs.failed(Long.parseLong(runId), Integer.parseInt(runner), "Its transaction was rolled back; see the server's log.");
    } else if (status != BatchStatus.STOPPING && status != BatchStatus.STOPPED) {
      runs.ended(Long.parseLong(runId), Integer.parseInt(runner));
    }
  }
}
