package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks due dates, reminders and what happens to late work. */
final class DeadlineMeaning {
  private final BundleIndex index;
  private final Problems problems;

  DeadlineMeaning(BundleIndex index, Problems problems) {
    this.index = index;
    this.problems = problems;
  }

  void check(Place deadline, ExpressionCheck expressions) {
    Optional<Duration> within = DurationMeaning.positive(deadline.at("within"), Durations.LONGEST, problems);
    calendar(deadline.at("calendar"));
    Set<Duration> seen = new HashSet<>();
    for (Place reminder : deadline.itemsOrSelf("reminders")) {
      Optional<Duration> before = DurationMeaning.positive(reminder, Durations.LONGEST, problems);
      if (before.isPresent() && within.isPresent() && before.get().compareTo(within.get()) >= 0) {
        problems.at(
            reminder,
            "This reminder would come before the work is offered: it is due after %s.".formatted(within.get()),
            "Make it shorter than 'within'.");
      } else if (before.isPresent() && !seen.add(before.get())) {
        problems.at(reminder, "This reminder is here twice.", "Keep one of the two.");
      }
    }
    escalation(deadline.at("escalation"), expressions);
  }

  void escalation(Place escalation, ExpressionCheck expressions) {
    if (!escalation.node().isObject()) {
      return;
    }
    DurationMeaning.notNegative(escalation.at("after"), problems);
    References.check("queue", escalation.at("queue"), index.queues().keySet(), problems);
    ExpressionReport.check(expressions, escalation.at("tell"), ValueKind.TEXT, problems);
    Addressee.check(escalation.at("tell"), index, problems);
    if (Stream.of("priority", "queue", "tell").noneMatch(escalation::has)) {
      problems.at(escalation, "It is not said what happens.", "Give at least one of: priority, queue, tell.");
    }
  }

  void calendar(Place name) {
    References.check("calendar", name, index.calendars().keySet(), problems);
  }
}
