package org.casebound.fulfillment.desk;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.IncidentView;
import org.casebound.fulfillment.desk.CaseView.StepView;

/** Says in plain words where a case stands. Times are in UTC. */
final class StatusText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private StatusText() {}

  /**
   * @param queueLabel what people call a queue
   */
  static String of(
      Case seen, List<FlowView> flows, List<IncidentView> incidents, UnaryOperator<String> queueLabel) {
    if (seen.status() == CaseStatus.CLOSED) {
      return closed(seen);
    }
    Optional<IncidentView> incident =
        incidents.stream().filter(i -> i.resolvedAt().isEmpty()).reduce((first, second) -> second);
    if (incident.isPresent()) {
      return "Needs attention: " + incident.get().message();
    }
    List<String> steps =
        flows.stream()
            .flatMap(flow -> flow.stages().stream())
            .flatMap(stage -> stage.steps().stream())
            .filter(step -> step.state() != StepState.NOT_STARTED && !step.state().ended())
            .map(StatusText::of)
            .toList();
    return steps.isEmpty() ? byHand(seen, queueLabel) : String.join("; ", steps);
  }

  private static String closed(Case seen) {
    String how = seen.resolution().map(r -> r.name().toLowerCase(Locale.ROOT)).orElse("");
    String why = seen.closeReason().filter(reason -> !reason.isBlank()).map(reason -> ": " + reason).orElse("");
    return "Closed as " + how + why;
  }

  private static String byHand(Case seen, UnaryOperator<String> queueLabel) {
    return seen.owner().kind() == Owner.Kind.QUEUE
        ? "Waiting in the queue " + queueLabel.apply(seen.owner().name())
        : seen.owner().name() + " is working on it";
  }

  private static String of(StepView step) {
    String since = step.startedAt().map(at -> " since " + TIME.format(at)).orElse("");
    return switch (step.state()) {
      case WAITING -> "Waiting%s: %s".formatted(since, step.reason());
      case READY -> "'%s' waits for its next try: %s".formatted(step.label(), step.reason());
      case ERROR -> "'%s' failed: %s".formatted(step.label(), step.reason());
      default ->
          step.kind().equals("interactive")
              ? "Waiting for a person to do '%s'%s".formatted(step.label(), since)
              : "'%s' is running%s".formatted(step.label(), since);
    };
  }
}
