package org.casebound.domain.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.Priority;

/**
 * How long work may take, and what happens before and after.
 *
 * @param within time from the offer to the due date, &gt; 0; business time when there is a calendar
 * @param calendar name of a calendar of the bundle; empty: that of the process, or all hours when it has none
 * @param reminders how long before the due date to remind, each &gt; 0, in the same kind of time
 * @param escalation what happens when the work is late
 */
public record Deadline(
    Duration within, Optional<String> calendar, List<Duration> reminders, Optional<Escalation> escalation) {
  public Deadline {
    reminders = List.copyOf(reminders);
  }

  /**
   * What happens to late work. At least one of priority, queue and tell is there.
   *
   * @param after time after the due date, &gt;= 0; default PT0S
   * @param priority priority that it rises to, if it is lower
   * @param queue queue that it moves to; whoever has it loses it
   * @param tell CEL expression of who is told: a user name, {@code user:x} or {@code queue:x}
   */
  public record Escalation(
      Duration after, Optional<Priority> priority, Optional<String> queue, Optional<String> tell) {}
}
