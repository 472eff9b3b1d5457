package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.flow.StepAttempt;

/**
 * The tries of calls: the effect ledger. Works in the caller's transaction. Ids of two nodes do not tell which try is newer; the
 * time of its start and its number do.
 */
@Dependent
public class AttemptRepository {
  @Inject private EntityManager entities;

  public Optional<StepAttempt> find(long id) {
    return Optional.ofNullable(entities.find(StepAttempt.class, id));
  }

  /** The flow that a try belongs to. */
  public Optional<Long> flowOf(long attemptId) {
    return entities
        .createQuery("select a.flowId from StepAttempt a where a.id = :id", Long.class)
        .setParameter("id", attemptId)
        .getResultStream()
        .findFirst();
  }

  /**
   * Tries whose time has come, their rows locked until the transaction ends; rows that another node has locked are left out.
   * Native, because only so both databases really skip locked rows. That they have not ended is asked of the row: after a kill H2's index
   * may still name one that has, and nothing else would be found due any more.
   */
  public List<StepAttempt> lockDue(Instant now, int limit) {
    @SuppressWarnings("unchecked")
    List<StepAttempt> due =
        entities
            .createNativeQuery(
                "select * from step_attempt where due_at <= :now and ended_at is null order by due_at limit :max for update skip locked",
                StepAttempt.class)
            .setParameter("now", now)
            .setParameter("max", limit)
            .getResultList();
    return due;
  }

  /** One of these tries, if it is still due and nobody has locked it; its row is locked until the transaction ends. */
  public Optional<StepAttempt> lockDue(Instant now, long id) {
    @SuppressWarnings("unchecked")
    List<StepAttempt> due =
        entities
            .createNativeQuery(
                "select * from step_attempt where id = :id and due_at <= :now and ended_at is null for update skip locked", StepAttempt.class)
            .setParameter("id", id)
            .setParameter("now", now)
            .getResultList();
    return due.stream().findFirst();
  }

  /** Ids of tries whose time has come, longest due first; nothing is locked, and nothing of the rows is read that could fail. */
  public List<Long> idsDue(Instant now, int limit) {
    return entities
        .createQuery("select a.id from StepAttempt a where a.dueAt <= :now and a.endedAt is null order by a.dueAt", Long.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Lets a due try wait without reading it; the reason is its message. */
  public void putOff(long id, String why, Instant now, Instant until) {
    entities
        .createQuery("update StepAttempt a set a.dueAt = :until, a.message = :why where a.id = :id and a.dueAt <= :now and a.endedAt is null")
        .setParameter("until", until)
        .setParameter("why", why.length() > 4000 ? why.substring(0, 4000) : why)
        .setParameter("id", id)
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * Tries that are parked because calls through the connector are stopped, longest first, their rows locked until the transaction ends;
   * rows that somebody else has locked are left out.
   */
  public List<StepAttempt> lockParked(String connector, int limit) {
    @SuppressWarnings("unchecked")
    List<StepAttempt> parked =
        entities
            .createNativeQuery(
                "select * from step_attempt where connector = :connector and parked_at is not null"
                    + " order by parked_at limit :max for update skip locked",
                StepAttempt.class)
            .setParameter("connector", connector)
            .setParameter("max", limit)
            .getResultList();
    return parked;
  }

  /** How many tries are parked, by connector. */
  public Map<String, Long> parked() {
    return entities
        .createQuery(
            "select a.connector, count(a) from StepAttempt a where a.parkedAt is not null group by a.connector", Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** Whether a try is parked. */
  public boolean anyParked(String connector) {
    return !entities
        .createQuery("select a.id from StepAttempt a where a.connector = :connector and a.parkedAt is not null", Long.class)
        .setParameter("connector", connector)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Prolongs leases that the node still holds. Rows that somebody has locked are left out: one whose outcome is being recorded
   * needs it no more, and a transaction that hangs must not cost the node its other leases.
   */
  public void renew(Collection<Long> ids, String node, Instant leaseEnd) {
    @SuppressWarnings("unchecked")
    List<Long> held =
        entities
            .createNativeQuery(
                "select id from step_attempt where id in (:ids) and lease_owner = :node for update skip locked", Long.class)
            .setParameter("ids", ids)
            .setParameter("node", node)
            .getResultList();
    if (!held.isEmpty()) {
      entities
          .createQuery("update StepAttempt a set a.dueAt = :end where a.id in :ids")
          .setParameter("end", leaseEnd)
          .setParameter("ids", held)
          .executeUpdate();
    }
  }

  /** A call, as its tries have it in common. */
  public record CallKey(long flowId, String idempotencyKey) {}

  /** The call with this key. */
  public Optional<CallKey> callOf(String idempotencyKey) {
    return entities
        .createQuery(
            "select a.flowId, a.idempotencyKey from StepAttempt a where a.idempotencyKey = :key", Object[].class)
        .setParameter("key", idempotencyKey)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(AttemptRepository::callKey);
  }

  /** The newest call that the back office behind the connector gave this reference. */
  public Optional<CallKey> callOf(String connector, String reference) {
    return entities
        .createQuery(
            "select a.flowId, a.idempotencyKey from StepAttempt a"
                + " where a.reference = :reference and a.connector = :connector"
                + " order by a.startedAt desc, a.number desc",
            Object[].class)
        .setParameter("reference", reference)
        .setParameter("connector", connector)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(AttemptRepository::callKey);
  }

  private static CallKey callKey(Object[] row) {
    return new CallKey((Long) row[0], (String) row[1]);
  }

  /** The newest try of a call, its row locked until the transaction ends. */
  public StepAttempt lockNewest(CallKey call) {
    return entities
        .createQuery(
            "select a from StepAttempt a where a.idempotencyKey = :key order by a.number desc", StepAttempt.class)
        .setParameter("key", call.idempotencyKey())
        .setMaxResults(1)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  /** The newest try of the call that an element of a step made. */
  public Optional<StepAttempt> newestOf(long flowId, long stepId, String element) {
    return entities
        .createQuery(
            "select a from StepAttempt a where a.flowId = :flow and a.stepId = :step and a.element = :element"
                + " order by a.startedAt desc, a.number desc",
            StepAttempt.class)
        .setParameter("flow", flowId)
        .setParameter("step", stepId)
        .setParameter("element", element)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The tries of a step that have not ended. */
  public List<StepAttempt> openOf(long flowId, long stepId) {
    return entities
        .createQuery(
            "select a from StepAttempt a where a.flowId = :flow and a.stepId = :step and a.endedAt is null",
            StepAttempt.class)
        .setParameter("flow", flowId)
        .setParameter("step", stepId)
        .getResultList();
  }

  /** The tries of a flow that have not ended. */
  public List<StepAttempt> openOfFlow(long flowId) {
    return entities
        .createQuery("select a from StepAttempt a where a.flowId = :flow and a.endedAt is null", StepAttempt.class)
        .setParameter("flow", flowId)
        .getResultList();
  }

  /** The tries of a flow, oldest first. */
  public List<StepAttempt> attemptsOf(long flowId) {
    return entities
        .createQuery("select a from StepAttempt a where a.flowId = :flow order by a.startedAt, a.number", StepAttempt.class)
        .setParameter("flow", flowId)
        .getResultList();
  }

  /** The tries of all flows of a case, oldest first. */
  public List<StepAttempt> attemptsOfCase(long caseId) {
    return entities
        .createQuery(
            "select a from StepAttempt a where a.flowId in (select f.id from FulfillmentFlow f where f.caseId = :case)"
                + " order by a.startedAt, a.number",
            StepAttempt.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
