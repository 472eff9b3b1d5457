package org.casebound.fulfillment.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.casebound.fulfillment.persistence.RetentionRepository;
import org.casebound.fulfillment.retention.DueCases;
import org.casebound.fulfillment.retention.DueCases.Demand;
import org.casebound.fulfillment.retention.DueCases.DueCase;
import org.jspecify.annotations.Nullable;

/** Reads the cases whose time had come when the run was asked for, process by process. */
@Named
@Dependent
public class DueCaseReader extends AbstractItemReader {
  private static final int PORTION = 50;

  @Inject private DueCases cases;
  @Inject private RetentionRepository retention;

  @Inject
  @BatchProperty(name = "run")
  private String runId;

  private final Deque<Demand> demands = new ArrayDeque<>();
  private final Deque<DueCase> ahead = new ArrayDeque<>();
  private long last;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    // The row of the run is locked until whoever started this runner has committed.
    retention.lockRun(Long.parseLong(runId)).ifPresent(run -> demands.addAll(cases.demands(run.requestedAt())));
  }

  @Override
  public @Nullable Object readItem() {
    while (ahead.isEmpty() && !demands.isEmpty()) {
      ahead.addAll(cases.next(demands.getFirst(), last, PORTION));
      if (ahead.isEmpty()) {
        demands.removeFirst();
        last = 0;
      }
    }
    DueCase next = ahead.poll();
    if (next != null) {
      last = next.id();
    }
    return next;
  }
}
