package org.casebound.fulfillment.operation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.domain.flow.RetryProgress;
import org.casebound.fulfillment.desk.RetryWatch;
import org.casebound.fulfillment.persistence.BatchRepository;
import org.casebound.fulfillment.persistence.IncidentRepository;

/** Looks what became of the retries of a batch. Works in the caller's transaction. */
@Dependent
class BatchWatch {
  private static final int PORTION = 500;

  @Inject private BatchRepository batches;
  @Inject private IncidentRepository incidents;
  @Inject private RetryWatch retries;

  /**
   * Notes the results that are there.
   *
   * @param all whether all retries are looked at, or only the first ones, because more are being begun
   * @return whether some retries are still on their way
   */
  boolean look(long batchId, boolean all, Instant now) {
    boolean moving = false;
    long last = 0;
    List<BatchItem> portion;
    do {
      portion = batches.items(batchId, List.of(BatchItemState.TRIED), last, PORTION);
      Map<Long, RetryProgress> progress = retries.of(incidents.read(portion.stream().map(BatchItem::targetId).toList()));
      for (BatchItem item : portion) {
        item.learn(progress.get(item.targetId()), now);
        moving |= item.state() == BatchItemState.TRIED;
        last = item.targetId();
      }
    } while (all && portion.size() == PORTION);
    return moving;
  }
}
