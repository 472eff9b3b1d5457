package org.casebound.domain.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of a retry, told from the records of its flow and from nothing else: it is fixed only once the step has passed.
 *
 * @param message why it failed again or what it waits for, in the engine's words; may be empty
 * @param laterIncident the incident that says so when it failed again
 */
public record RetryProgress(RetryState state, String message, Optional<Long> laterIncident) {

  /**
   * Tells it.
   *
   * @param retried an incident that a person let be tried again
   * @param flow its flow
   * @param steps all runs of the steps of the flow; those of other flows are left aside
   * @param incidents all incidents of the flow; those of other flows are left aside
   */
  public static RetryProgress of(Incident retried, FulfillmentFlow flow, List<Step> steps, List<Incident> incidents) {
    Instant since = retried.resolvedAt().orElseThrow();
    List<Step> runs =
        steps.stream().filter(step -> step.flowId() == flow.id() && step.name().equals(retried.stepName())).toList();
    Optional<Instant> passed =
        runs.stream()
            .filter(step -> step.state() == StepState.COMPLETED)
            .flatMap(step -> step.endedAt().stream())
            .filter(end -> !end.isBefore(since))
            .min(Comparator.naturalOrder());
    Optional<Incident> again =
        incidents.stream()
            .filter(each -> each.flowId() == flow.id() && each.stepName().equals(retried.stepName()))
            .filter(each -> each.id() != retried.id() && !each.raisedAt().isBefore(since))
            .min(Comparator.comparing(Incident::raisedAt))
            .filter(each -> passed.isEmpty() || !each.raisedAt().isAfter(passed.get()));
    if (again.isPresent()) {
      return new RetryProgress(
          RetryState.FAILED_AGAIN, again.get().code() + ": " + again.get().message(), again.map(Incident::id));
    }
    if (passed.isPresent()) {
      return plain(RetryState.FIXED, "");
    }
    return retried.stepName().isEmpty() ? ofFlow(flow) : ofStep(flow, runs);
  }

  /** A flow that stopped between steps went on in the transaction of the retry, or stopped there again. */
  private static RetryProgress ofFlow(FulfillmentFlow flow) {
    return switch (flow.state()) {
      case CANCELED -> plain(RetryState.OVERTAKEN, "");
      case NOT_STARTED -> plain(RetryState.RUNNING, "");
      default -> plain(RetryState.FIXED, "");
    };
  }

  private static RetryProgress ofStep(FulfillmentFlow flow, List<Step> runs) {
    Optional<Step> newest = runs.stream().max(Comparator.comparingInt(Step::entry));
    if (FlowState.TABLE.isFinal(flow.state()) || newest.isEmpty() || newest.get().state().ended()) {
      return plain(RetryState.OVERTAKEN, newest.map(Step::reason).orElse(""));
    }
    boolean waits = flow.state() == FlowState.SUSPENDED || newest.get().state() == StepState.READY;
    return plain(waits ? RetryState.QUEUED : RetryState.RUNNING, newest.get().reason());
  }

  private static RetryProgress plain(RetryState state, String message) {
    return new RetryProgress(state, message, Optional.empty());
  }
}
