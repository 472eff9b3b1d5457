package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.Migration;
import org.casebound.domain.flow.MigrationResult;
import org.casebound.domain.flow.MigrationState;

/** Migrations and what becomes of each flow. Works in the caller's transaction. */
@Dependent
public class MigrationRepository {
  private static final List<FlowState> RUNNING =
      List.of(FlowState.NOT_STARTED, FlowState.IN_PROGRESS, FlowState.SUSPENDED, FlowState.ERROR);

  @Inject private EntityManager entities;

  /** Saves a migration with the list of the flows that it is about: those that run now. */
  public void add(Migration migration) {
    entities.persist(migration);
    entities.flush();
    entities
        .createNativeQuery(
            "insert into migration_result (migration_id, flow_id, case_id, state, message)"
                + " select m.id, f.id, f.case_id, 'PENDING', '' from migration m join fulfillment_flow f"
                + " on f.process_name = m.process_name and f.process_version = m.from_version and f.name = m.flow_name"
                + " where m.id = :id and f.state in ('NOT_STARTED', 'IN_PROGRESS', 'SUSPENDED', 'ERROR')")
        .setParameter("id", migration.id())
        .executeUpdate();
  }

  public Optional<Migration> find(long id) {
    return Optional.ofNullable(entities.find(Migration.class, id));
  }

  /** Migrations before that id, newest first; those of all processes when none is named. */
  public List<Migration> list(Optional<String> process, long before, int size) {
    String ofProcess = process.isPresent() ? "m.processName = :process and " : "";
    TypedQuery<Migration> query =
        entities
            .createQuery("select m from Migration m where " + ofProcess + "m.id < :before order by m.id desc", Migration.class)
            .setParameter("before", before)
            .setMaxResults(size);
    process.ifPresent(name -> query.setParameter("process", name));
    return query.getResultList();
  }

  /** The result of one flow. */
  public MigrationResult result(long migrationId, long flowId) {
    return entities.find(MigrationResult.class, new MigrationResult.Key(migrationId, flowId));
  }

  /** The next flows that nobody has looked at. */
  public List<Long> pending(long migrationId, int limit) {
    return entities
        .createQuery(
            "select r.key.flowId from MigrationResult r where r.key.migrationId = :id and r.state = :pending"
                + " order by r.key.flowId",
            Long.class)
        .setParameter("id", migrationId)
        .setParameter("pending", MigrationState.PENDING)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Running flows of a version, oldest first. */
  public List<Long> running(String process, int version, String flow, int limit) {
    return entities
        .createQuery(
            "select f.id from FulfillmentFlow f where f.processName = :process and f.processVersion = :version"
                + " and f.name = :flow and f.state in :running order by f.id",
            Long.class)
        .setParameter("process", process)
        .setParameter("version", version)
        .setParameter("flow", flow)
        .setParameter("running", RUNNING)
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many flows of each of the migrations have which result; results that no flow has are left out. */
  public Map<Long, Map<MigrationState, Long>> counts(Collection<Long> migrationIds) {
    Map<Long, Map<MigrationState, Long>> counts = new HashMap<>();
    if (!migrationIds.isEmpty()) {
      entities
          .createQuery(
              "select r.key.migrationId, r.state, count(r) from MigrationResult r where r.key.migrationId in :ids group by r.key.migrationId, r.state",
              Object[].class)
          .setParameter("ids", migrationIds)
          .getResultStream()
          .forEach(row -> counts.computeIfAbsent((Long) row[0], id -> new EnumMap<>(MigrationState.class)).put((MigrationState) row[1], (Long) row[2]));
    }
    return counts;
  }

  /** Results in the order of the flows, those after the given one. */
  public List<MigrationResult> results(long migrationId, Optional<MigrationState> state, long afterFlow, int size) {
    return entities
        .createQuery(
            "select r from MigrationResult r where r.key.migrationId = :id and r.key.flowId > :after"
                + " and r.state in :states order by r.key.flowId",
            MigrationResult.class)
        .setParameter("id", migrationId)
        .setParameter("after", afterFlow)
        .setParameter("states", state.map(List::of).orElse(List.of(MigrationState.values())))
        .setMaxResults(size)
        .getResultList();
  }
}
