package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;

/** What is to happen at a time. Works in the caller's transaction. */
@Dependent
public class DueTaskRepository {
  @Inject private EntityManager entities;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;

  /** An id for a new task. */
  public long nextId() {
    return ids.next(RecordKind.DUE_TASK);
  }

  public void add(DueTask task) {
    records.add(task);
  }

  public Optional<DueTask> find(long id) {
    return Optional.ofNullable(entities.find(DueTask.class, id));
  }

  /**
   * Tasks of these kinds whose time has come, their rows locked until the transaction ends; rows that another node has locked are left
   * out. Native, because only so both databases really skip locked rows.
   */
  public List<DueTask> lockDue(Collection<DueTaskKind> kinds, Instant now, int limit) {
    @SuppressWarnings("unchecked")
    List<DueTask> due =
        entities
            .createNativeQuery(
                "select * from due_task where due_at <= :now and kind in (:kinds) order by due_at limit :max for update skip locked", DueTask.class)
            .setParameter("now", now)
            .setParameter("kinds", kinds.stream().map(DueTaskKind::name).toList())
            .setParameter("max", limit)
            .getResultList();
    return due;
  }

  /** The tasks about a record. */
  public List<DueTask> of(long subjectId, Collection<DueTaskKind> kinds) {
    return entities
        .createQuery("select d from DueTask d where d.subjectId = :subject and d.kind in :kinds order by d.dueAt", DueTask.class)
        .setParameter("subject", subjectId)
        .setParameter("kinds", kinds)
        .getResultList();
  }

  /** The tasks about a case. */
  public List<DueTask> ofCase(long caseId) {
    return entities
        .createQuery("select d from DueTask d where d.caseId = :case order by d.dueAt", DueTask.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** Nothing of these kinds is to happen to the record any more. */
  public int cancel(long subjectId, Collection<DueTaskKind> kinds) {
    return entities
        .createQuery("delete from DueTask d where d.subjectId = :subject and d.kind in :kinds")
        .setParameter("subject", subjectId)
        .setParameter("kinds", kinds)
        .executeUpdate();
  }

  /** Nothing of this kind and name is to happen to the record any more. */
  public int cancel(long subjectId, DueTaskKind kind, String name) {
    return entities
        .createQuery("delete from DueTask d where d.subjectId = :subject and d.kind = :kind and d.name = :name")
        .setParameter("subject", subjectId)
        .setParameter("kind", kind)
        .setParameter("name", name)
        .executeUpdate();
  }

  /**
   * Deletes a task that was done.
   *
   * @return whether it was still there as it was read: false when somebody canceled or moved it meanwhile
   */
  public boolean done(DueTask task) {
    entities.detach(task);
    return entities
            .createQuery("delete from DueTask d where d.id = :id and d.version = :version")
            .setParameter("id", task.id())
            .setParameter("version", task.version())
            .executeUpdate()
        == 1;
  }
}
