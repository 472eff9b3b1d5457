package org.casebound.fulfillment.studio;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.ScheduledActivation;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.notice.Notices;
import org.casebound.fulfillment.persistence.ActivationRepository;
import org.casebound.fulfillment.persistence.DueTaskRepository;

/**
 * Versions that wait for their time: at most one for each process, because the last decision about a process counts. Works in the caller's
 * transaction, and locks the activation before any version of the process and its due task.
 */
@Dependent
public class OpenActivations {
  /** Queues that are to be new when the time comes: a member of the due task. */
  public static final String NEW_QUEUES = "newQueues";

  @Inject private ActivationRepository activations;
  @Inject private DueTaskPlans plans;
  @Inject private DueTaskRepository tasks;
  @Inject private Notices notices;

  /**
   * A version is to become active at a time. What was open of the process is closed.
   *
   * @param newQueues queues that are to be new here when that time comes
   * @throws RuleViolation PROC-021 when the time is not ahead, or too far ahead
   * @throws org.casebound.domain.shared.StaleRecord PROC-023 when another person schedules one at this moment
   */
  public void schedule(String process, int version, Instant effectiveAt, String who, String why, Set<String> newQueues, Instant now) {
    ScheduledActivation wanted = new ScheduledActivation(activations.nextId(), process, version, effectiveAt, who, why, now);
    close(process, who, "version %d was scheduled for %s".formatted(version, effectiveAt), now);
    activations.add(wanted);
    plans.plan(
        DueTaskKind.VERSION_ACTIVATION,
        null,
        wanted.id(),
        "%s %d".formatted(process, version),
        effectiveAt,
        new Values(Map.of(NEW_QUEUES, List.copyOf(newQueues))));
  }

  /**
   * Nothing of the process is to happen at a time any more. Whoever scheduled it is told when it was another person.
   *
   * @return what was open; empty when nothing was
   */
  public Optional<ScheduledActivation> close(String process, String who, String why, Instant now) {
    Optional<ScheduledActivation> open = activations.lockOpen(process);
    open.ifPresent(activation -> close(activation, who, why, now));
    return open;
  }

  private void close(ScheduledActivation open, String who, String why, Instant now) {
    if (open.isWaiting() && !open.scheduledBy().equals(who)) {
      notices.tellOfProcess(
          open.processName(),
          open.scheduledBy(),
          "Version %d of process %s was called off".formatted(open.processVersion(), open.processName()),
          "It was to come into force at %s. %s called it off: %s".formatted(open.effectiveAt(), who, why),
          now);
    }
    open.close(who, why, now);
    tasks.cancel(open.id(), List.of(DueTaskKind.VERSION_ACTIVATION));
    activations.flush();
  }
}
