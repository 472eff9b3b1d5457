package org.casebound.domain.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.shared.RuleViolation;

/**
 * The working hours of a week. A day that is missing is free. Immutable.
 *
 * @param days the intervals of each day, in the order of time
 * @throws RuleViolation CAL-002 when intervals of a day overlap, CAL-003 when there is no working time at all
 */
public record WorkingHours(Map<DayOfWeek, List<WorkingInterval>> days) {
  /** Every hour of every day. */
  public static final WorkingHours ALWAYS =
      new WorkingHours(
          Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> List.of(WorkingInterval.WHOLE_DAY))));

  public WorkingHours {
    Map<DayOfWeek, List<WorkingInterval>> sorted = new TreeMap<>();
    days.forEach((day, intervals) -> sorted.put(day, inOrder(day, intervals)));
    if (sorted.values().stream().allMatch(List::isEmpty)) {
      throw new RuleViolation("CAL-003", "A calendar needs working hours on one day of the week at least.");
    }
    days = Map.copyOf(sorted);
  }

  /** The intervals of a day, in the order of time; empty for a free day. */
  public List<WorkingInterval> of(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  private static List<WorkingInterval> inOrder(DayOfWeek day, List<WorkingInterval> intervals) {
    List<WorkingInterval> sorted = intervals.stream().sorted(Comparator.comparing(WorkingInterval::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      WorkingInterval earlier = sorted.get(i - 1);
      if (earlier.endsWithTheDay() || sorted.get(i).from().isBefore(earlier.to())) {
        throw new RuleViolation("CAL-002", "Working hours of %s overlap: %s and %s.".formatted(day, earlier, sorted.get(i)));
      }
    }
    return sorted;
  }
}
