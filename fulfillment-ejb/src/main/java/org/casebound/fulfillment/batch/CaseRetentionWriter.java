package org.casebound.fulfillment.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.retention.CaseRetention;
import org.casebound.fulfillment.retention.DueCases.DueCase;

/** Erases and purges the cases of a chunk in the chunk's transaction. */
@Named
@Dependent
public class CaseRetentionWriter extends AbstractItemWriter {
  @Inject private CaseRetention retention;

  @Inject
  @BatchProperty(name = "run")
  private String runId;

  @Inject
  @BatchProperty(name = "runner")
  private String runner;

  @Override
  public void writeItems(List<Object> items) {
    retention.apply(Long.parseLong(runId), Integer.parseInt(runner), items.stream().map(DueCase.class::cast).toList());
  }
}
