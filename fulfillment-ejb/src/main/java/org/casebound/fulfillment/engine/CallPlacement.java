package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.config.Ids;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Turns a decided call into a stored intent: one that this node has the lease for, or that waits while calls are stopped. */
@Dependent
class CallPlacement {
  @Inject private AttemptRepository attempts;
  @Inject private FulfillmentSettings settings;
  @Inject private Ids keys;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private CallGate gate;
  @Inject private StepParking parking;

  void place(FlowContext context, Step step, Decision.CallPlaced placed) {
    IntegrationDefinition integration =
        ActionIntegration.find(context.process().bundle(), placed.integration()).orElseThrow();
    step.standAt(placed.position());
    StepAttempt attempt = attempt(context, step, placed, integration);
    records.add(attempt);
    Optional<String> kept = gate.keepBack(attempt, context.process().process().name(), integration, context.now());
    if (kept.isPresent()) {
      parking.change(context, step, StepState.READY, kept.get());
    } else {
      attempt.lease(settings.node(), context.now().plus(settings.lease()), context.now());
      context.add(task(attempt, integration, context.workedCase().number().toString(), false), attempt);
    }
  }

  /** A step that a person resumed goes on under the key of its call, unless that is over or is another call now. */
  private StepAttempt attempt(
      FlowContext context, Step step, Decision.CallPlaced placed, IntegrationDefinition integration) {
    Optional<StepAttempt> earlier =
        context.isResumed(step)
            ? attempts.newestOf(step.flowId(), step.id(), placed.element())
            : Optional.empty();
    if (earlier.filter(attempt -> attempt.goesOnWith(new Values(placed.input()))).isPresent()) {
      return earlier.get().resumed(ids.next(RecordKind.ATTEMPT), context.now());
    }
    return new StepAttempt(
        ids.next(RecordKind.ATTEMPT),
        context.flow(),
        step,
        placed,
        integration.connectorName(),
        keys.newKey(),
        context.now());
  }

  void withdraw(FlowContext context, Step step, String reason) {
    for (StepAttempt attempt : openOf(step)) {
      attempt.end(AttemptState.WITHDRAWN, reason, context.now());
    }
  }

  /** A call of this transaction is not in the database yet; all calls of a step that began in it are not. */
  private List<StepAttempt> openOf(Step step) {
    Stream<StepAttempt> stored =
        records.holds(step) ? Stream.empty() : attempts.openOf(step.flowId(), step.id()).stream();
    return Stream.concat(records.of(StepAttempt.class).stream(), stored)
        .filter(attempt -> attempt.stepId() == step.id() && attempt.endedAt().isEmpty())
        .toList();
  }

  static CallTask task(
      StepAttempt attempt, IntegrationDefinition integration, String caseNumber, boolean acceptedBefore) {
    return new CallTask(
        attempt.id(),
        attempt.flowId(),
        attempt.tries(),
        attempt.idempotencyKey(),
        caseNumber,
        integration,
        attempt.input().asMap(),
        attempt.verifyFirst(),
        acceptedBefore);
  }
}
