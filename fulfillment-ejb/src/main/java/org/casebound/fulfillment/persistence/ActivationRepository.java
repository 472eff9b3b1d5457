package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.ScheduledActivation;
import org.casebound.domain.shared.StaleRecord;
import org.hibernate.exception.ConstraintViolationException;

/** Versions that become active at a time. Works in the caller's transaction. */
@Dependent
public class ActivationRepository {
  @Inject private EntityManager entities;
  @Inject private RecordIds ids;

  /** An id for a new one. */
  public long nextId() {
    return ids.next(RecordKind.SCHEDULED_ACTIVATION);
  }

  /** @throws StaleRecord PROC-023 when another person schedules a version of the process at this moment */
  public void add(ScheduledActivation activation) {
    try {
      entities.persist(activation);
      entities.flush();
    } catch (ConstraintViolationException taken) {
      throw new StaleRecord(
          "PROC-023",
          "Somebody else schedules a version of process '%s' at this moment. Look at what he scheduled, then decide."
              .formatted(activation.processName()));
    }
  }

  /** One of them, its row locked until the transaction ends. */
  public Optional<ScheduledActivation> lock(long id) {
    return Optional.ofNullable(entities.find(ScheduledActivation.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The one of a process that is open, its row locked until the transaction ends. */
  public Optional<ScheduledActivation> lockOpen(String process) {
    return openOf(process).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
  }

  /** The one of a process that is open. */
  public Optional<ScheduledActivation> open(String process) {
    return openOf(process).getResultStream().findFirst();
  }

  private TypedQuery<ScheduledActivation> openOf(String process) {
    return entities
        .createQuery("select a from ScheduledActivation a where a.openOf = :process", ScheduledActivation.class)
        .setParameter("process", process);
  }

  /** Those of all processes that are open: at most one for each. */
  public List<ScheduledActivation> open() {
    return entities.createQuery("select a from ScheduledActivation a where a.openOf is not null", ScheduledActivation.class).getResultList();
  }

  /** Those of a process, the newest first: by time, because ids of two nodes do not tell what came first. */
  public List<ScheduledActivation> of(String process, int limit) {
    return entities
        .createQuery("select a from ScheduledActivation a where a.processName = :process order by a.scheduledAt desc, a.id desc", ScheduledActivation.class)
        .setParameter("process", process)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Sends changes now, so that one that has ended is written before the next is. */
  public void flush() {
    entities.flush();
  }
}
