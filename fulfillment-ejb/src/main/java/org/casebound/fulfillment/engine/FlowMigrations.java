package org.casebound.fulfillment.engine;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Migration;
import org.casebound.domain.flow.MigrationPlan;
import org.casebound.domain.flow.MigrationResult;
import org.casebound.domain.flow.MigrationState;
import org.casebound.fulfillment.persistence.MigrationRepository;
import org.casebound.fulfillment.persistence.NewRecords;

/** The transactions of a migration: one per flow, so that one which can not be moved does not keep the others. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FlowMigrations {
  @Inject private FlowMover mover;
  @Inject private FlowEngine engine;
  @Inject private MigrationRepository migrations;
  @Inject private NewRecords records;
  @Resource private SessionContext context;

  /**
   * What would become of a flow and where: everything is done, and nothing is kept.
   *
   * @param caseId the case it works for
   * @param problems why it can not be moved; empty when it can
   */
  public record Rehearsal(long flowId, long caseId, List<String> problems) {}

  /** Moves a flow and takes everything back. */
  public Rehearsal rehearse(long flowId, int toVersion, MigrationPlan plan, String actor) {
    FulfillmentFlow flow = engine.lock(flowId);
    List<String> problems = mover.move(flow, toVersion, plan, actor, "rehearsal");
    records.save();
    context.setRollbackOnly();
    return new Rehearsal(flowId, flow.caseId(), problems);
  }

  /** Moves a flow and notes its result. */
  public void move(long migrationId, long flowId) {
    Migration migration = migrations.find(migrationId).orElseThrow();
    FulfillmentFlow flow = engine.lock(flowId);
    MigrationResult result = migrations.result(migrationId, flowId);
    if (result.state() == MigrationState.PENDING) {
      List<String> problems =
          mover.move(flow, migration.toVersion(), migration.plan(), migration.requestedBy(), migration.reason());
      result.note(
          problems.isEmpty() ? MigrationState.MIGRATED : MigrationState.REFUSED, String.join(" ", problems));
    }
  }

  /** Notes that the moving of a flow failed; nothing of it was kept. */
  public void refuse(long migrationId, long flowId, String why) {
    migrations.result(migrationId, flowId).note(MigrationState.REFUSED, why);
  }
}
