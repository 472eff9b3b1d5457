package org.casebound.fulfillment.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.casebound.fulfillment.bulk.BulkJob;
import org.casebound.fulfillment.bulk.BulkLine;
import org.casebound.fulfillment.persistence.BulkRepository;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that have no result, in their order, those of a chunk with one statement. It ends early when the job was stopped or
 * handed to another runner, and after the lines that are to be filed one by one.
 */
@Named
@Dependent
public class BulkLineReader extends AbstractItemReader {
  @Inject private BulkRepository jobs;

  @Inject
  @BatchProperty(name = "job")
  private String jobId;

  @Inject
  @BatchProperty(name = "runner")
  private String runner;

  private final Deque<BulkLine> ahead = new ArrayDeque<>();
  private int last;
  private int chunk;
  private int left;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    // The row of the job is locked until whoever started this runner has committed.
    jobs.lock(Long.parseLong(jobId)).ifPresent(this::begin);
  }

  private void begin(BulkJob job) {
    last = job.lastLine();
    chunk = job.chunk();
    left = chunk == 1 ? BulkJob.CAREFUL_LINES : Integer.MAX_VALUE;
  }

  @Override
  public @Nullable Object readItem() {
    if (ahead.isEmpty() && left > 0 && mayGoOn()) {
      ahead.addAll(jobs.lines(Long.parseLong(jobId), last, chunk));
    }
    BulkLine line = ahead.poll();
    if (line != null) {
      last = line.line();
      left--;
    }
    return line;
  }

  private boolean mayGoOn() {
    return jobs.find(Long.parseLong(jobId)).filter(job -> job.isRunBy(Integer.parseInt(runner))).isPresent();
  }
}
