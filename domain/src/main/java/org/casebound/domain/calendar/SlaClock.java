package org.casebound.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;

/**
 * How much of an allowed working time has passed: it starts once, may be paused with a reason and resumed, any number of times. Time
 * outside business hours and time in a pause does not count. Immutable.
 *
 * @param started when it began to run
 * @param pauses in the order of time, none overlapping; only the last may be open
 * @throws RuleViolation SLA-003 when the pauses are not in that order
 */
public record SlaClock(Instant started, List<SlaPause> pauses) {
  public SlaClock {
    pauses = List.copyOf(pauses);
    Instant last = started;
    for (int i = 0; i < pauses.size(); i++) {
      SlaPause pause = pauses.get(i);
      requireOrder(last, pause.from());
      last = pause.until().orElse(pause.from());
      requireOrder(pause.from(), last);
      if (pause.until().isEmpty() && i < pauses.size() - 1) {
        throw new RuleViolation("SLA-003", "The clock was paused at %s while it was paused already.".formatted(pauses.get(i + 1).from()));
      }
    }
  }

  /** A clock that runs from now on. */
  public static SlaClock startedAt(Instant now) {
    return new SlaClock(now, List.of());
  }

  /**
   * The same clock, standing still.
   *
   * @throws RuleViolation SLA-001 when it stands still already, SLA-003 when {@code now} is before its last change
   */
  public SlaClock pause(String reason, Instant now) {
    if (isPaused()) {
      throw new RuleViolation("SLA-001", "The clock is paused already: resume it first.");
    }
    List<SlaPause> more = new ArrayList<>(pauses);
    more.add(new SlaPause(now, Optional.empty(), reason));
    return new SlaClock(started, more);
  }

  /**
   * The same clock, running again.
   *
   * @throws RuleViolation SLA-002 when it runs already, SLA-003 when {@code now} is before its last change
   */
  public SlaClock resume(Instant now) {
    SlaPause open = openPause().orElseThrow(() -> new RuleViolation("SLA-002", "The clock is running: pause it first."));
    List<SlaPause> more = new ArrayList<>(pauses.subList(0, pauses.size() - 1));
    more.add(new SlaPause(open.from(), Optional.of(now), open.reason()));
    return new SlaClock(started, more);
  }

  /** Whether the clock stands still. */
  public boolean isPaused() {
    return openPause().isPresent();
  }

  /** The pause that holds it; empty while it runs. */
  public Optional<SlaPause> openPause() {
    return pauses.isEmpty() ? Optional.empty() : Optional.of(pauses.get(pauses.size() - 1)).filter(last -> last.until().isEmpty());
  }

  /** Working time that counted until {@code now}; zero before the start. */
  public Duration elapsed(BusinessCalendar calendar, Instant now) {
    Duration sum = Duration.ZERO;
    Instant from = started;
    for (SlaPause pause : pauses) {
      sum = sum.plus(counted(calendar, from, pause.from(), now));
      if (pause.until().isEmpty()) {
        return sum;
      }
      from = pause.until().get();
    }
    return sum.plus(counted(calendar, from, now, now));
  }

  /** What is left of the allowed working time; negative when it is late. */
  public Duration remaining(BusinessCalendar calendar, Duration allowed, Instant now) {
    return allowed.minus(elapsed(calendar, now));
  }

  /**
   * When the allowed working time is used up if nothing pauses the clock any more.
   *
   * @return empty while the clock stands still with time left: the longer it stands, the later it is due
   */
  public Optional<Instant> due(BusinessCalendar calendar, Duration allowed) {
    Duration left = allowed;
    Instant from = started;
    for (SlaPause pause : pauses) {
      Duration run = calendar.between(from, pause.from());
      if (run.compareTo(left) >= 0) {
        return Optional.of(calendar.add(from, left));
      }
      if (pause.until().isEmpty()) {
        return Optional.empty();
      }
      left = left.minus(run);
      from = pause.until().get();
    }
    return Optional.of(calendar.add(from, left));
  }

  private static Duration counted(BusinessCalendar calendar, Instant from, Instant to, Instant now) {
    Instant end = to.isBefore(now) ? to : now;
    return from.isBefore(end) ? calendar.between(from, end) : Duration.ZERO;
  }

  private static void requireOrder(Instant earlier, Instant later) {
    if (later.isBefore(earlier)) {
      throw new RuleViolation("SLA-003", "The clock can not change at %s: its last change was at %s.".formatted(later, earlier));
    }
  }
}
