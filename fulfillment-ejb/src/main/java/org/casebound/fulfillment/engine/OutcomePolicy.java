package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.config.Ids;
import org.casebound.fulfillment.integration.Circuits;
import org.casebound.fulfillment.integration.ConnectorLevels;
import org.casebound.fulfillment.integration.OwnFailure;
import org.casebound.fulfillment.integration.Payload;
import org.casebound.fulfillment.integration.ReplyMapping;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** What an outcome means for its try, its step and its flow. Works in the caller's transaction. */
@Dependent
class OutcomePolicy {
  @Inject private FlowEngine engine;
  @Inject private CaseProgress progress;
  @Inject private StepParking parking;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private Expressions expressions;
  @Inject private Ids chance;
  @Inject private Circuits circuits;
  @Inject private ConnectorLevels levels;
  @Inject private FulfillmentSettings settings;

  void apply(FlowContext context, StepAttempt attempt, IntegrationDefinition integration, Outcome outcome) {
    attempt.keep(Payload.kept(integration, expressions, attempt.input().asMap(), outcome));
    if (!(outcome instanceof Outcome.Done)) {
      context.answered(attempt);
    }
    if (outcome instanceof Outcome.Done done) {
      done(context, attempt, integration, done.result());
    } else if (outcome instanceof Outcome.Accepted accepted) {
      accepted(context, attempt, integration, accepted.reference());
    } else if (outcome instanceof Outcome.Rejected rejected) {
      attempt.end(AttemptState.REJECTED, rejected.code() + ": " + rejected.message(), context.now());
      engine.advance(
          context, new FlowEvent.CallFailed(attempt.stepName(), rejected.code(), rejected.message()));
    } else if (outcome instanceof Outcome.Failed failed) {
      failed(context, attempt, integration, failed);
    }
  }

  private void done(
      FlowContext context, StepAttempt attempt, IntegrationDefinition integration, Map<String, Object> reply) {
    attempt.end(AttemptState.DONE, "", context.now());
    FlowEvent event;
    try {
      event =
          new FlowEvent.CallDone(
              attempt.stepName(), ActionIntegration.is(integration) ? reply : ReplyMapping.apply(integration, expressions, reply));
    } catch (RuleViolation unreadable) {
      context.answered(attempt);
      event =
          new FlowEvent.StepBroken(
              attempt.stepName(), unreadable.code(), String.valueOf(unreadable.getMessage()));
    }
    engine.advance(context, event);
  }

  private void accepted(
      FlowContext context, StepAttempt attempt, IntegrationDefinition integration, String reference) {
    attempt.accept(reference, context.now().plus(integration.acknowledgementTimeout()));
    Optional<Outcome> early = parking.earlyReply(attempt, context.now());
    if (early.isPresent()) {
      apply(context, attempt, integration, early.get());
    } else {
      parking.park(context, attempt, integration.label());
      progress.reflect(context);
    }
  }

  private void failed(
      FlowContext context, StepAttempt attempt, IntegrationDefinition integration, Outcome.Failed failed) {
    String reason = failed.code() + ": " + failed.message();
    boolean unknown = failed.kind() == Failure.UNKNOWN_OUTCOME;
    attempt.end(unknown ? AttemptState.UNKNOWN : AttemptState.FAILED, reason, context.now());
    boolean mayTryAgain = levels.mayRepeat(integration, failed);
    Optional<Instant> next =
        mayTryAgain
            ? integration.retry().next(attempt.tries(), failed.retryAfter(), chance.random(), context.now())
            : Optional.empty();
    Optional<String> stopped = mayTryAgain ? circuits.stopped(attempt.connector()) : Optional.empty();
    // A doubt about an earlier try outlives tries that could not even be sent.
    boolean verify = unknown || attempt.verifyFirst();
    if (mayTryAgain && OwnFailure.isCongestion(failed)) {
      queue(context, attempt, integration, reason);
    } else if (next.isPresent()) {
      records.add(attempt.next(ids.next(RecordKind.ATTEMPT), verify, next.get(), context.now()));
      ready(
          context,
          attempt,
          "%s; try %d of %d follows at %s"
              .formatted(reason, attempt.tries() + 1, integration.retry().maxAttempts(), next.get()));
    } else if (stopped.isPresent()) {
      StepAttempt later = attempt.renewed(ids.next(RecordKind.ATTEMPT), verify, context.now());
      later.park(stopped.get(), context.now());
      records.add(later);
      ready(context, attempt, stopped.get());
    } else {
      String why = mayTryAgain ? failed.message() : failed.message() + levels.whyNoRepeat(integration, failed);
      engine.advance(context, new FlowEvent.StepBroken(attempt.stepName(), failed.code(), why));
    }
  }

  /** There was no room for the call: it comes again soon, as often as it has to, for it was not even begun. */
  private void queue(FlowContext context, StepAttempt attempt, IntegrationDefinition integration, String reason) {
    Duration pause = integration.retry().pause(attempt.number(), chance.random());
    Duration longest = settings.circuit().probeInterval();
    Instant due = context.now().plus(pause.compareTo(longest) < 0 ? pause : longest);
    records.add(attempt.again(ids.next(RecordKind.ATTEMPT), due, context.now()));
    ready(context, attempt, "%s; it is sent when there is room again, next at %s".formatted(reason, due));
  }

  private void ready(FlowContext context, StepAttempt attempt, String why) {
    Step step = context.step(attempt.stepName()).orElseThrow();
    parking.change(context, step, StepState.READY, why);
    progress.reflect(context);
  }
}
