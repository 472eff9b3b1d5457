package org.casebound.fulfillment.operation;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.BatchRepository;

/**
 * Looks after a batch until each target has its result: starts a runner on this node when the rate permits and none is at work, and notes
 * what became of retries. A paused batch is looked after as long as retries are on their way.
 */
@ApplicationScoped
public class BatchRunHandler implements DueTaskHandler {
  /** Name of the batch job, and of its document in META-INF/batch-jobs. */
  private static final String BATCH_JOB = "operation-batch";

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(15);

  @Inject private BatchRepository batches;
  @Inject private BatchWatch watch;
  @Inject private DueTaskPlans plans;
  @Inject private FulfillmentSettings settings;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.OPERATION_BATCH;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    batches
        .lock(task.subjectId())
        .filter(batch -> batch.endedAt().isEmpty() && task.name().equals(Integer.toString(batch.starts())))
        .ifPresent(batch -> look(batch, task, now));
  }

  private void look(OperationBatch batch, DueTask task, Instant now) {
    boolean pending = batches.next(batch.id()).isPresent();
    boolean moving = watch.look(batch.id(), !pending, now);
    if (!moving && !pending) {
      batch.end(now);
    } else if (moving || batch.state() == BatchState.RUNNING) {
      boolean begins = pending && batch.needsRunner(now, settings.lease());
      if (begins) {
        run(batch, now);
      }
      Instant next = moving || begins ? nextWatch(batch, now) : now.plus(LATER);
      boolean mayBegin = pending && batch.state() == BatchState.RUNNING;
      plans.plan(kind(), null, batch.id(), task.name(), mayBegin ? earlier(next, nextBeginning(batch, now)) : next, Values.EMPTY);
    }
  }

  /** When the rate permits more. */
  private static Instant nextBeginning(OperationBatch batch, Instant now) {
    return batch.nextAt().isAfter(now.plus(SOON)) ? batch.nextAt() : now.plus(SOON);
  }

  /** When to look what became of retries: those that take long are looked at less often. */
  private static Instant nextWatch(OperationBatch batch, Instant now) {
    Duration pause = Duration.between(batch.requestedAt(), now).dividedBy(10);
    return pause.compareTo(SOON) < 0 ? now.plus(SOON) : earlier(now.plus(pause), now.plus(LATER));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void run(OperationBatch batch, Instant now) {
    Properties parameters = new Properties();
    parameters.setProperty("batch", Long.toString(batch.id()));
    parameters.setProperty("portion", Integer.toString(batch.portion()));
    parameters.setProperty("runner", Integer.toString(batch.handOver(now)));
    BatchRuntime.getJobOperator().start(BATCH_JOB, parameters);
  }
}
