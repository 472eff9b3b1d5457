package org.casebound.fulfillment.operation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.persistence.BatchRepository;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.NewRecords;

/**
 * The transactions of a runner. Called by a thread that has none, so each call is one of its own: a target and its result stand or fall
 * together, and one that fails leaves the others alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BatchRuns {
  @Inject private BatchRepository batches;
  @Inject private BatchWork work;
  @Inject private FlowRepository flows;
  @Inject private NewRecords records;
  @Inject private Clock clock;

  /** The next target, if this runner may go on. The row of the batch is locked until whoever started this runner has committed. */
  public Optional<Long> next(long batchId, int runner) {
    return batches.lock(batchId).filter(batch -> batch.isRunBy(runner)).flatMap(batch -> batches.next(batchId));
  }

  /**
   * Acts on a target.
   *
   * @throws StaleRecord BATCH-008 when the batch was paused, canceled or handed to another runner; INC-001 when the incident is resolved
   * @throws org.casebound.domain.shared.RuleViolation when the engine refuses it
   */
  public void act(long batchId, int runner, long targetId) {
    OperationBatch batch =
        batches
            .find(batchId)
            .filter(found -> found.isRunBy(runner))
            .orElseThrow(() -> new StaleRecord("BATCH-008", "Runner %d may not go on with batch %d.".formatted(runner, batchId)));
    batches
        .item(batchId, targetId)
        .filter(item -> item.state() == BatchItemState.PENDING)
        .ifPresent(item -> work.act(batch, item, clock.instant()));
    batch.touch(clock.instant());
    records.save();
  }

  /** The engine refused it; nothing of it was kept. */
  public void refused(long batchId, long targetId, String why) {
    batches.item(batchId, targetId).ifPresent(item -> item.end(BatchItemState.REFUSED, why, clock.instant()));
  }

  /** Its incident is resolved already. */
  public void resolvedMeanwhile(long batchId, long targetId) {
    String how =
        flows
            .incident(targetId)
            .flatMap(Incident::resolvedAt)
            .map(at -> "Resolved by %s at %s.".formatted(flows.incident(targetId).flatMap(Incident::resolvedBy).orElse(""), at))
            .orElse("");
    batches.item(batchId, targetId).ifPresent(item -> item.end(BatchItemState.RESOLVED_MEANWHILE, how, clock.instant()));
  }

  /** A runner came to its end; another one goes on when the rate permits. */
  public void ended(long batchId, int runner) {
    batches.lock(batchId).filter(batch -> batch.isRunBy(runner)).ifPresent(batch -> batch.release(clock.instant()));
  }
}
