package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.fulfillment.retention.DueCases.Action;
import org.casebound.fulfillment.retention.DueCases.Demand;
import org.casebound.fulfillment.retention.LegalHold;
import org.casebound.fulfillment.retention.RetentionRun;
import org.casebound.fulfillment.retention.RetentionRunState;
import org.casebound.fulfillment.retention.RetentionSchedule;

/** Holds, runs, and the cases whose time has come. Works in the caller's transaction. */
@Dependent
public class RetentionRepository {
  /** A case is not filed after it was closed, and ids grow with time: so the index on process and id leads past the young ones. */
  private static final String DUE =
      " from service_case c where c.process_name = :process and c.created_at <= :until"
          + " and c.status = 'CLOSED' and c.closed_at <= :until"
          + " and not exists (select 1 from legal_hold h where h.case_id = c.id and h.lifted_at is null)"
          + " and not exists (select 1 from fulfillment_flow f where f.case_id = c.id"
          + " and f.state in ('NOT_STARTED', 'IN_PROGRESS', 'SUSPENDED', 'ERROR'))";

  private static final String NOT_ERASED = " and not exists (select 1 from case_erasure e where e.case_id = c.id)";

  @Inject private EntityManager entities;

  public void add(LegalHold hold) {
    entities.persist(hold);
  }

  public void add(RetentionRun run) {
    entities.persist(run);
  }

  /** The holds of a case, oldest first. */
  public List<LegalHold> holds(long caseId) {
    return entities
        .createQuery("select h from LegalHold h where h.caseId = :case order by h.placedAt", LegalHold.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** The hold that forbids to erase and purge the case. */
  public Optional<LegalHold> activeHold(long caseId) {
    return holds(caseId).stream().filter(hold -> hold.liftedAt().isEmpty()).findFirst();
  }

  public Optional<RetentionRun> run(long id) {
    return Optional.ofNullable(entities.find(RetentionRun.class, id));
  }

  /** The run, its row locked until the transaction ends. */
  public Optional<RetentionRun> lockRun(long id) {
    return Optional.ofNullable(entities.find(RetentionRun.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether a run is on its way. */
  public boolean isRunning() {
    return !entities
        .createQuery("select r.id from RetentionRun r where r.state = :running", Long.class)
        .setParameter("running", RetentionRunState.RUNNING)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Runs before that id, newest first. */
  public List<RetentionRun> runs(long before, int size) {
    return entities
        .createQuery("select r from RetentionRun r where r.id < :before order by r.id desc", RetentionRun.class)
        .setParameter("before", before)
        .setMaxResults(size)
        .getResultList();
  }

  public RetentionSchedule schedule() {
    return entities.find(RetentionSchedule.class, RetentionSchedule.ONLY);
  }

  /** The schedule, its row locked until the transaction ends. */
  public RetentionSchedule lockSchedule() {
    return entities.find(RetentionSchedule.class, RetentionSchedule.ONLY, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The next cases after that one that the demand is about, in the order of their ids. */
  public List<Long> due(Demand demand, long after, int size) {
    return ids(query(demand, "", after).setMaxResults(size));
  }

  /** How many cases the demand is about that were closed after that time. */
  public long count(Demand demand, Instant closedAfter) {
    Object count =
        entities
            .createNativeQuery(due("count(*)", demand) + " and c.closed_at > :after", Long.class)
            .setParameter("process", demand.process())
            .setParameter("until", demand.closedUntil())
            .setParameter("after", closedAfter)
            .getSingleResult();
    return ((Number) count).longValue();
  }

  /** Those of the cases that the demand is still about, their rows locked until the transaction ends. */
  public List<Long> lockDue(Demand demand, Collection<Long> caseIds) {
    entities
        .createNativeQuery("select c.id from service_case c where c.id in (:cases) order by c.id for update")
        .setParameter("cases", caseIds)
        .getResultList();
    return ids(query(demand, " and c.id in (:cases)", 0).setParameter("cases", caseIds));
  }

  /**
   * In the order of the index, of which the process is the first column: H2 takes the next few from it only then, and otherwise looks at all
   * that were ever closed, each time.
   */
  private Query query(Demand demand, String restriction, long after) {
    return entities
        .createNativeQuery(due("c.id", demand) + " and c.id > :after" + restriction + " order by c.process_name, c.id", Long.class)
        .setParameter("process", demand.process())
        .setParameter("after", after)
        .setParameter("until", demand.closedUntil());
  }

  private static String due(String what, Demand demand) {
    return "select " + what + DUE + (demand.action() == Action.ERASE ? NOT_ERASED : "");
  }

  @SuppressWarnings("unchecked")
  private static List<Long> ids(Query query) {
    return query.getResultList();
  }

  public List<Case> cases(Collection<Long> caseIds) {
    return entities.createQuery("select c from ServiceCase c where c.id in :ids", Case.class).setParameter("ids", caseIds).getResultList();
  }

  public List<ServiceCatalogRequest> requests(Collection<Long> caseIds) {
    return entities
        .createQuery("select r from ServiceCatalogRequest r where r.caseId in :ids order by r.caseId", ServiceCatalogRequest.class)
        .setParameter("ids", caseIds)
        .getResultList();
  }

  /** Whether personal data of the case was erased. */
  public boolean isErased(long caseId) {
    return !entities
        .createNativeQuery("select 1 from case_erasure where case_id = :case")
        .setParameter("case", caseId)
        .getResultList()
        .isEmpty();
  }

  /** Personal data of the case was erased. */
  public void erased(long caseId, Instant now) {
    entities
        .createNativeQuery("insert into case_erasure (case_id, erased_at) values (:case, :now)")
        .setParameter("case", caseId)
        .setParameter("now", now)
        .executeUpdate();
  }
}
