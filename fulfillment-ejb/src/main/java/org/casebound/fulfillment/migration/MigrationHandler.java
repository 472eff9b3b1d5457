package org.casebound.fulfillment.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.Migration;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.engine.FlowMigrations;
import org.casebound.fulfillment.persistence.MigrationRepository;

/** Moves the next flows of a migration, each in a transaction of its own, and plans the next batch. */
@ApplicationScoped
public class MigrationHandler implements DueTaskHandler {
  /** How many flows one batch moves. */
  private static final int BATCH = 20;

  @Inject private MigrationRepository migrations;
  @Inject private FlowMigrations moves;
  @Inject private DueTaskPlans plans;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.MIGRATION;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    Migration migration = migrations.find(task.subjectId()).orElseThrow();
    List<Long> batch = migrations.pending(migration.id(), BATCH);
    batch.forEach(flow -> move(migration.id(), flow));
    if (batch.size() < BATCH) {
      migration.end(now);
    } else {
      plans.plan(kind(), null, migration.id(), "", now, Values.EMPTY);
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed task: one flow that fails does not keep the others
  private void move(long migrationId, long flowId) {
    try {
      moves.move(migrationId, flowId);
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.migrationFailed(flowId, migrationId, failure);
      moves.refuse(migrationId, flowId, String.valueOf(failure.getMessage()));
    }
  }
}
