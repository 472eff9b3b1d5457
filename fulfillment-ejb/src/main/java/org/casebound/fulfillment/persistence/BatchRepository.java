package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.operation.BatchItem;
import org.casebound.fulfillment.operation.BatchItemState;
import org.casebound.fulfillment.operation.OperationBatch;

/** Operations on many flows, their targets and what became of each. Works in the caller's transaction. */
@Dependent
public class BatchRepository {
  @Inject private EntityManager entities;

  /** Saves a batch with its list. */
  public void add(OperationBatch batch, Collection<BatchItem> items) {
    entities.persist(batch);
    items.forEach(entities::persist);
  }

  public Optional<OperationBatch> find(long id) {
    return Optional.ofNullable(entities.find(OperationBatch.class, id));
  }

  /** The batch, its row locked until the transaction ends. */
  public Optional<OperationBatch> lock(long id) {
    return Optional.ofNullable(entities.find(OperationBatch.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Batches before that id, newest first. */
  public List<OperationBatch> list(long before, int size) {
    return entities
        .createQuery("select b from OperationBatch b where b.id < :before order by b.id desc", OperationBatch.class)
        .setParameter("before", before)
        .setMaxResults(size)
        .getResultList();
  }

  public Optional<BatchItem> item(long batchId, long targetId) {
    return Optional.ofNullable(entities.find(BatchItem.class, new BatchItem.Key(batchId, targetId)));
  }

  /** Items in one of the states, in the order of their targets, those after that one. */
  public List<BatchItem> items(long batchId, Collection<BatchItemState> states, long afterTarget, int size) {
    return entities
        .createQuery(
            "select i from BatchItem i where i.key.batchId = :batch and i.state in :states and i.key.targetId > :after order by i.key.targetId",
            BatchItem.class)
        .setParameter("batch", batchId)
        .setParameter("states", states)
        .setParameter("after", afterTarget)
        .setMaxResults(size)
        .getResultList();
  }

  /** The first target that has no result and was not begun. */
  public Optional<Long> next(long batchId) {
    return items(batchId, List.of(BatchItemState.PENDING), 0, 1).stream().map(BatchItem::targetId).findFirst();
  }

  /** How many targets of each batch have which result. */
  public Map<Long, Map<BatchItemState, Long>> counts(Collection<Long> batchIds) {
    Map<Long, Map<BatchItemState, Long>> counts = new HashMap<>();
    batchIds.forEach(id -> counts.put(id, new EnumMap<>(BatchItemState.class)));
    entities
        .createQuery(
            "select i.key.batchId, i.state, count(i) from BatchItem i where i.key.batchId in :batches group by i.key.batchId, i.state",
            Object[].class)
        .setParameter("batches", batchIds)
        .getResultStream()
        .forEach(row -> counts.get((Long) row[0]).put((BatchItemState) row[1], (Long) row[2]));
    return counts;
  }

  /** What was not begun will not be. */
  public void cancelPending(long batchId) {
    entities
        .createQuery("update BatchItem i set i.state = :canceled where i.key.batchId = :batch and i.state = :pending")
        .setParameter("canceled", BatchItemState.CANCELED)
        .setParameter("batch", batchId)
        .setParameter("pending", BatchItemState.PENDING)
        .executeUpdate();
  }
}
