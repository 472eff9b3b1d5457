package org.casebound.fulfillment.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.operation.BatchRuns;

/** Acts on the next targets of a batch, each in a transaction of its own; what the engine says to each is its result. */
@Named
@Dependent
public class OperationBatchlet extends AbstractBatchlet {
  @Inject private BatchRuns runs;

  @Inject
  @BatchProperty(name = "batch")
  private String batch;

  @Inject
  @BatchProperty(name = "runner")
  private String runner;

  @Inject
  @BatchProperty(name = "portion")
  private String portion;

  private volatile boolean stopped;

  @Override
  public String process() {
    long batchId = Long.parseLong(batch);
    int self = Integer.parseInt(runner);
    boolean goesOn = true;
    for (int left = Integer.parseInt(portion); left > 0 && goesOn && !stopped; left--) {
      Optional<Long> target = runs.next(batchId, self);
      goesOn = target.isPresent() && act(batchId, self, target.get());
    }
    runs.ended(batchId, self);
    return BatchStatus.COMPLETED.name();
  }

  @Override
  public void stop() {
    stopped = true;
  }

  /** Whether the runner may go on. */
  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed task: one target that fails does not keep the others
  private boolean act(long batchId, int self, long target) {
    try {
      runs.act(batchId, self, target);
    } catch (StaleRecord overtaken) {
      if (!overtaken.code().equals("INC-001")) {
        return false;
      }
      runs.resolvedMeanwhile(batchId, target);
    } catch (RuleViolation refused) {
      runs.refused(batchId, target, refused.code() + ": " + refused.getMessage());
    } catch (RequestRefused wrong) {
      runs.refused(batchId, target, wrong.problems().stream().map(p -> p.code() + ": " + p.message()).collect(Collectors.joining(" ")));
    } catch (RuntimeException failure) {
      if (isLostUpdate(failure)) {
        return false;
      }
      FulfillmentLog.LOG.batchTargetFailed(target, batchId, failure);
      runs.refused(batchId, target, "It failed for a reason that the server's log tells: " + failure.getMessage());
    }
    return true;
  }

  /** The batch was paused or canceled meanwhile, or somebody else changed the flow: the target is taken again, or not at all. */
  private static boolean isLostUpdate(Throwable failure) {
    return failure != null && (failure instanceof OptimisticLockException || isLostUpdate(failure.getCause()));
  }
}
