package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How much time is left for work, in words, with the icon and tone that go with them. Thread-safe. */
@Named("due")
@ApplicationScoped
public class DueWords {
  private Texts texts;
  private Clock clock;

  protected DueWords() {}

  @Inject
  DueWords(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** E.g. {@code 2 h 10 min left}, {@code late by 40 min}, {@code clock paused}; nothing when nothing is promised. */
  public String text(Optional<Instant> dueAt, boolean paused) {
    if (paused) {
      return texts.of("due.paused");
    }
    return dueAt
        .map(due -> isLate(due) ? texts.of("due.late", span(Duration.between(due, clock.instant()))) : texts.of("due.left", span(Duration.between(clock.instant(), due))))
        .orElse("");
  }

  /** E.g. {@code put off for 2 h 10 min}. */
  public String until(Instant time) {
    return texts.of("due.snoozed", span(Duration.between(clock.instant(), time)));
  }

  /** Icon of the same. */
  public String icon(Optional<Instant> dueAt, boolean paused) {
    return paused ? "pi-pause-circle" : dueAt.filter(this::isLate).isPresent() ? "pi-exclamation-triangle" : "pi-clock";
  }

  /** Tone of the same: {@code bad} when it is late, {@code warn} when its clock stands still or it was reminded of. */
  public String tone(Optional<Instant> dueAt, boolean paused, boolean reminded) {
    if (!paused && dueAt.filter(this::isLate).isPresent()) {
      return "bad";
    }
    return paused || reminded ? "warn" : "";
  }

  private boolean isLate(Instant due) {
    return due.isBefore(clock.instant());
  }

  /** The two largest units. */
  private String span(Duration time) {
    String minutes = texts.of("age.minutes", time.toMinutesPart());
    String hours = texts.of("age.hours", time.toHoursPart());
    if (time.toHours() < 1) {
      return minutes;
    }
    return time.toDays() < 1 ? hours + " " + minutes : texts.of("age.days", time.toDays()) + " " + hours;
  }
}
