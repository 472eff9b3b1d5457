package org.casebound.fulfillment.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.bulk.BulkFiling;
import org.casebound.fulfillment.bulk.BulkLine;

/** Files the lines of a chunk in the chunk's transaction. */
@Named
@Dependent
public class BulkLineWriter extends AbstractItemWriter {
  @Inject private BulkFiling filing;

  @Inject
  @BatchProperty(name = "job")
  private String jobId;

  @Inject
  @BatchProperty(name = "runner")
  private String runner;

  @Override
  public void writeItems(List<Object> items) {
    filing.file(Long.parseLong(jobId), Integer.parseInt(runner), items.stream().map(BulkLine.class::cast).toList());
  }
}
