package org.casebound.fulfillment.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.casebound.fulfillment.bulk.BulkRuns;

/** Says in the job how its runner ended. Without it, when the server dies, the silence of the runner says so. */
@Named
@Dependent
public class BulkRunListener extends AbstractJobListener {
  @Inject private BulkRuns runs;
  @Inject private JobContext context;

  @Inject
  @BatchProperty(name = "job")
  private String jobId;

  @Inject
  @BatchProperty(name = "runner")
  private String runner;

  @Override
  public void afterJob() {
    if (context.getBatchStatus() == BatchStatus.FAILED) {
      runs.failed(Long.parseLong(jobId), Integer.parseInt(runner), "its transaction was rolled back");
    } else {
      runs.ended(Long.parseLong(jobId), Integer.parseInt(runner));
    }
  }
}
