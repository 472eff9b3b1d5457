package org.casebound.fulfillment.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import org.casebound.domain.cases.HistoryEntry;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * The new records of the running transaction. They are kept back until its end, or until {@link #save}: a record that is
 * complete when it is written costs one statement, not a second one for what changed after the first; and the history of a
 * transaction is one statement in all, with as few rows as may be. Queries do not see records that are kept back.
 */
@Dependent
public class NewRecords {
  @Inject private EntityManager entities;
  @Inject private RecordIds ids;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  /** Keeps the record until the end of the transaction. */
  public void add(Object record) {
    batch().add(record);
  }

  /** Keeps the change for the history until the end of the transaction. */
  public void add(HistoryEntry change) {
    batch().history().add(change, () -> ids.next(RecordKind.HISTORY));
  }

  /** The records of a type that are not written yet. */
  public <T> List<T> of(Class<T> type) {
    RecordBatch known = (RecordBatch) transaction.getResource(RecordBatch.class);
    return known == null ? List.of() : known.of(type);
  }

  /** Whether the record is one that is not written yet. */
  public boolean holds(Object record) {
    return of(record.getClass()).stream().anyMatch(held -> held == record);
  }

  /** Sends everything to the database now, so that queries see it, versions are right, and a conflict shows here. */
  public void save() {
    RecordBatch known = (RecordBatch) transaction.getResource(RecordBatch.class);
    if (known == null) {
      entities.flush();
    } else {
      known.write(entities.unwrap(SessionImplementor.class));
    }
  }

  private RecordBatch batch() {
    RecordBatch known = (RecordBatch) transaction.getResource(RecordBatch.class);
    if (known != null) {
      return known;
    }
    RecordBatch fresh = new RecordBatch();
    transaction.putResource(RecordBatch.class, fresh);
    entities.unwrap(SessionImplementor.class).getActionQueue().registerProcess(fresh::write);
    return fresh;
  }
}
