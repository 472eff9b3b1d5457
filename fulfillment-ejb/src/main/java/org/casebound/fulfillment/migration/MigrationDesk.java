package org.casebound.fulfillment.migration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.Migration;
import org.casebound.domain.flow.MigrationResult;
import org.casebound.domain.flow.MigrationState;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.engine.FlowMigrations;
import org.casebound.fulfillment.migration.MigrationView.CaseResult;
import org.casebound.fulfillment.persistence.MigrationRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Moves running flows to another version of their process: rehearsed first, then in batches, with a result per case. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class MigrationDesk {
  /** How many flows one rehearsal tries. */
  static final int MOST_REHEARSED = 200;

  @Inject private MigrationRepository migrations;
  @Inject private FlowMigrations moves;
  @Inject private ProcessCatalog catalog;
  @Inject private DueTaskPlans plans;
  @Inject private RecordIds ids;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Says what would become of the oldest running flows, at most {@value #MOST_REHEARSED}: each is really moved, in a transaction
   * that is rolled back.
   *
   * @throws RuleViolation MIG-001 when the versions or the flow do not fit
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<CaseResult> rehearse(MigrationRequest request) {
    String flow = checkedFlow(request);
    List<CaseResult> results = new ArrayList<>();
    for (long id : migrations.running(request.process(), request.fromVersion(), flow, MOST_REHEARSED)) {
      FlowMigrations.Rehearsal tried =
          moves.rehearse(id, request.toVersion(), request.plan(), Caller.of(context).name());
      results.add(
          new CaseResult(
              new CaseNumber(tried.caseId()).toString(),
              id,
              tried.problems().isEmpty() ? MigrationState.MIGRATED : MigrationState.REFUSED,
              String.join(" ", tried.problems())));
    }
    return results;
  }

  /**
   * Begins to move all flows that run the version now.
   *
   * @return the id of the migration
   * @throws RuleViolation MIG-001 when the versions or the flow do not fit, MIG-002 without a reason
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public MigrationView begin(MigrationRequest request) {
    if (request.reason().isBlank()) {
      throw new RuleViolation("MIG-002", "Say in a few words why the cases move.");
    }
    Migration migration =
        new Migration(
            ids.next(RecordKind.MIGRATION),
            request.process(),
            request.fromVersion(),
            request.toVersion(),
            checkedFlow(request),
            request.plan(),
            Caller.of(context).name(),
            request.reason().strip(),
            clock.instant());
    migrations.add(migration);
    plans.plan(DueTaskKind.MIGRATION, null, migration.id(), "", clock.instant(), Values.EMPTY);
    return view(migration);
  }

  /** The migrations of a process, or of all, newest first; none for a name that nobody knows. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<MigrationView> list(Optional<String> process, Optional<String> cursor, int size) {
    List<Migration> found = migrations.list(process, Cursor.before(cursor), Cursor.size(size) + 1);
    Map<Long, Map<MigrationState, Long>> counts = migrations.counts(found.stream().map(Migration::id).toList());
    return Cursor.page(found, size, Migration::id, migration -> view(migration, counts.getOrDefault(migration.id(), Map.of())));
  }

  /**
   * How far a migration is.
   *
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public MigrationView get(long id) {
    return view(require(id));
  }

  /** The results of a migration, in the order of the flows. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<CaseResult> results(long id, Optional<MigrationState> state, Optional<String> cursor, int size) {
    long after = cursor.map(text -> Cursor.numbers(text, 1)[0]).orElse(0L);
    List<MigrationResult> found =
        migrations.results(require(id).id(), state, after, Cursor.size(size) + 1);
    return Cursor.page(
        found,
        size,
        MigrationResult::flowId,
        result ->
            new CaseResult(
                new CaseNumber(result.caseId()).toString(), result.flowId(), result.state(), result.message()));
  }

  private String checkedFlow(MigrationRequest request) {
    PublishedProcess from = catalog.require(request.process(), request.fromVersion());
    PublishedProcess to = catalog.require(request.process(), request.toVersion());
    String flow =
        request
            .flow()
            .or(() -> from.process().fulfillmentFlow())
            .orElseThrow(() -> new RuleViolation("MIG-001", "The process has no fulfillment flow: name the flow."));
    if (request.fromVersion() == request.toVersion()
        || !from.machines().containsKey(flow)
        || !to.machines().containsKey(flow)) {
      throw new RuleViolation(
          "MIG-001",
          "Flow '%s' must be there in both versions, and these must differ: %d and %d."
              .formatted(flow, request.fromVersion(), request.toVersion()));
    }
    return flow;
  }

  private Migration require(long id) {
    return migrations.find(id).orElseThrow(() -> new UnknownRecord("migration", id));
  }

  private MigrationView view(Migration migration) {
    return view(migration, migrations.counts(List.of(migration.id())).getOrDefault(migration.id(), Map.of()));
  }

  private static MigrationView view(Migration migration, Map<MigrationState, Long> counts) {
    return new MigrationView(
        migration.id(),
        migration.processName(),
        migration.fromVersion(),
        migration.toVersion(),
        migration.flowName(),
        migration.requestedBy(),
        migration.reason(),
        migration.requestedAt(),
        migration.endedAt(),
        counts);
  }
}
