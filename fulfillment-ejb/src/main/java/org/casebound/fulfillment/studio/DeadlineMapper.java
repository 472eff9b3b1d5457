package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.Optional;
import org.casebound.domain.definition.Deadline;
import org.casebound.domain.shared.Priority;

/** Makes deadlines and escalations of a checked tree. */
final class DeadlineMapper {
  private DeadlineMapper() {}

  static Optional<Deadline> deadline(Place parent, String key) {
    Place place = parent.at(key);
    return parent.has(key)
        ? Optional.of(
            new Deadline(
                Durations.at(place, "within").orElseThrow(),
                place.text("calendar"),
                place.itemsOrSelf("reminders").stream()
                    .map(reminder -> Duration.parse(reminder.text().orElseThrow()))
                    .toList(),
                escalation(place, "escalation")))
        : Optional.empty();
  }

  static Optional<Deadline.Escalation> escalation(Place parent, String key) {
    return parent.has(key) ? Optional.of(escalation(parent.at(key))) : Optional.empty();
  }

  /** The escalation whose members stand here. */
  static Deadline.Escalation escalation(Place place) {
    return new Deadline.Escalation(
        Durations.at(place, "after").orElse(Duration.ZERO),
        place.text("priority").map(Priority::valueOf),
        place.text("queue"),
        place.text("tell"));
  }
}
