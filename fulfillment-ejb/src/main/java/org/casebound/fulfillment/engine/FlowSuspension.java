package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.ParkedEvent;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.DueTaskRepository;
import org.casebound.fulfillment.persistence.ParkedEventRepository;

/**
 * Suspends flows and resumes them (specification, section E). While a flow is suspended planned tries keep still, acknowledgements
 * wait in the reply inbox, and what happens is parked. Works in the caller's transaction, under the flow's lock.
 */
@Dependent
public class FlowSuspension {
  /** Held timers are moved by so much: beyond every look for due work, and exactly reversible. */
  private static final Duration FAR = Duration.ofDays(365_000);

  private static final Set<DueTaskKind> TIMERS = Set.of(DueTaskKind.STEP_TIMER);

  @Inject private FlowEngine engine;
  @Inject private AttemptRepository attempts;
  @Inject private DueTaskRepository due;
  @Inject private ParkedEventRepository parked;
  @Inject private WaitingReplies replies;
  @Inject private CaseHistory history;
  @Inject private Clock clock;

  /**
   * Suspends the flow.
   *
   * @param holdTimers whether its waits stand still
   * @throws RuleViolation FLOW-001 when it is not in progress
   */
  public void suspend(FulfillmentFlow flow, String reason, boolean holdTimers, String actor) {
    engine.on(flow, new FlowEvent.Suspended(reason), actor);
    flow.suspended(holdTimers, clock.instant());
    planned(flow).forEach(StepAttempt::hold);
    if (holdTimers) {
      due.of(flow.id(), TIMERS).forEach(timer -> timer.move(timer.dueAt().plus(FAR)));
    }
  }

  /**
   * Resumes the flow: first it is in progress again, then it takes in what happened meanwhile.
   *
   * @throws RuleViolation FLOW-001 when it is not suspended
   */
  public void resume(FulfillmentFlow flow, String actor) {
    Instant now = clock.instant();
    Instant since = flow.suspendedAt().orElse(now);
    boolean held = flow.timersHeld();
    engine.on(flow, new FlowEvent.Resumed(), actor);
    flow.unsuspended();
    planned(flow).forEach(attempt -> attempt.release(now));
    if (held) {
      due.of(flow.id(), TIMERS).forEach(timer -> move(timer, Duration.between(since, now)));
    }
    List<ParkedEvent> events = parked.of(flow.id());
    events.forEach(event -> tell(flow, event));
    parked.remove(events);
    replies.apply(flow);
  }

  private static void move(DueTask timer, Duration suspension) {
    timer.move(timer.dueAt().minus(FAR).plus(suspension));
  }

  /** What an earlier parked event has made pointless changes nothing; the history says so. */
  private void tell(FulfillmentFlow flow, ParkedEvent parkedEvent) {
    try {
      engine.on(flow, parkedEvent.event(), parkedEvent.actor());
    } catch (RuleViolation tooLate) {
      history.parkedTooLate(flow, parkedEvent, String.valueOf(tooLate.getMessage()), clock.instant());
    }
  }

  private List<StepAttempt> planned(FulfillmentFlow flow) {
    return attempts.attemptsOf(flow.id()).stream()
        .filter(attempt -> attempt.state() == AttemptState.PLANNED)
        .toList();
  }
}
