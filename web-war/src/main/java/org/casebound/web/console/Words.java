package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;

/** States, times and priorities in plain words, with the icon and tone that go with them. Thread-safe. */
@Named
@ApplicationScoped
public class Words {
  private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final Map<String, Sign> SIGNS =
      Map.ofEntries(
          Map.entry("NEW", new Sign("pi-circle", "")),
          Map.entry("IN_PROGRESS", new Sign("pi-play-circle", "info")),
          Map.entry("WAITING", new Sign("pi-clock", "warn")),
          Map.entry("ESCALATED", new Sign("pi-exclamation-triangle", "bad")),
          Map.entry("CLOSED", new Sign("pi-check", "")),
          Map.entry("NOT_STARTED", new Sign("pi-circle", "")),
          Map.entry("READY", new Sign("pi-play-circle", "info")),
          Map.entry("SUSPENDED", new Sign("pi-pause-circle", "warn")),
          Map.entry("COMPLETED", new Sign("pi-check", "good")),
          Map.entry("CANCELED", new Sign("pi-ban", "")),
          Map.entry("DISCONTINUED", new Sign("pi-minus-circle", "")),
          Map.entry("ERROR", new Sign("pi-times", "bad")),
          Map.entry("OFFERED", new Sign("pi-circle", "")),
          Map.entry("CLAIMED", new Sign("pi-user", "accent")),
          Map.entry("FULFILLED", new Sign("pi-check", "good")),
          Map.entry("REJECTED", new Sign("pi-times", "bad")),
          Map.entry("RUNNING", new Sign("pi-play-circle", "info")),
          Map.entry("PAUSED", new Sign("pi-pause-circle", "warn")),
          Map.entry("REACHED", new Sign("pi-check", "good")),
          Map.entry("REACHED_LATE", new Sign("pi-check", "bad")),
          Map.entry("VIOLATED", new Sign("pi-exclamation-triangle", "bad")),
          Map.entry("MISSED", new Sign("pi-times", "bad")),
          Map.entry("ACCEPTED", new Sign("pi-check", "info")),
          Map.entry("DONE", new Sign("pi-check", "good")),
          Map.entry("FAILED", new Sign("pi-times", "bad")),
          Map.entry("UNKNOWN", new Sign("pi-question", "warn")),
          Map.entry("LOST", new Sign("pi-question", "warn")),
          Map.entry("PENDING", new Sign("pi-clock", "")),
          Map.entry("TRIED", new Sign("pi-play-circle", "info")),
          Map.entry("REFUSED", new Sign("pi-times", "bad")),
          Map.entry("RESOLVED_MEANWHILE", new Sign("pi-check", "")),
          Map.entry("ENDED", new Sign("pi-check", "good")),
          Map.entry("QUEUED", new Sign("pi-clock", "")),
          Map.entry("FIXED", new Sign("pi-check", "good")),
          Map.entry("FAILED_AGAIN", new Sign("pi-times", "bad")),
          Map.entry("OVERTAKEN", new Sign("pi-minus-circle", "")),
          Map.entry("PLANNED", new Sign("pi-clock", "")),
          Map.entry("WITHDRAWN", new Sign("pi-minus-circle", "")),
          Map.entry("MATCHED", new Sign("pi-check", "good")),
          Map.entry("UNMATCHED", new Sign("pi-question", "bad")),
          Map.entry("DELIVERED", new Sign("pi-check", "good")),
          Map.entry("DEAD", new Sign("pi-times", "bad")),
          Map.entry("DISCARDED", new Sign("pi-trash", "")));

  private Texts texts;
  private Clock clock;

  protected Words() {}

  @Inject
  Words(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** A state, priority or resolution as people say it. */
  public String of(Enum<?> value) {
    return named(value.name());
  }

  /** The same for a state that is known by name only, as in histories and attempts. */
  public String named(String state) {
    return texts.or("word." + state, state);
  }

  /** Status of a case; a closed one says how it ended. */
  public String caseStatus(CaseStatus status, Optional<Resolution> resolution) {
    return resolution.map(r -> texts.of("case.closedAs", of(r))).orElse(of(status));
  }

  /** Icon of a state. */
  public String icon(Enum<?> state) {
    return sign(state.name()).icon();
  }

  /** Icon of a case's status. */
  public String caseIcon(CaseStatus status, Optional<Resolution> resolution) {
    return icon(resolution.<Enum<?>>map(r -> r).orElse(status));
  }

  /** Tone of a state: {@code good}, {@code info}, {@code warn}, {@code bad}, {@code accent} or nothing. */
  public String tone(Enum<?> state) {
    return sign(state.name()).tone();
  }

  /** Tone of a state that is known by name only. */
  public String toneNamed(String state) {
    return sign(state).tone();
  }

  /** Tone of a case's status. */
  public String caseTone(CaseStatus status, Optional<Resolution> resolution) {
    return tone(resolution.<Enum<?>>map(r -> r).orElse(status));
  }

  /** Icon of a priority; its place in the row is not the only sign of urgency. */
  public String priorityIcon(Priority priority) {
    return switch (priority) {
      case LOW -> "pi-angle-down";
      case MEDIUM -> "pi-minus";
      case HIGH -> "pi-angle-up";
      case CRITICAL -> "pi-angle-double-up";
    };
  }

  /** How long ago, in the largest unit that fits: {@code 5 min}, {@code 3 h}, {@code 2 d}. */
  public String age(Instant since) {
    Duration age = Duration.between(since, clock.instant());
    if (age.toMinutes() < 1) {
      return texts.of("age.now");
    }
    if (age.toHours() < 1) {
      return texts.of("age.minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? texts.of("age.hours", age.toHours())
        : texts.of("age.days", age.toDays());
  }

  /** The age as a phrase: {@code 5 min ago}. */
  public String ago(Instant since) {
    return Duration.between(since, clock.instant()).toMinutes() < 1
        ? texts.of("age.justNow")
        : texts.of("age.ago", age(since));
  }

  /** The exact time in UTC; the browser turns it into the reader's own zone. */
  public String at(Instant instant) {
    return exact(instant, texts.locale());
  }

  static String exact(Instant instant, Locale locale) {
    return EXACT.withLocale(locale).format(instant);
  }

  /** The exact time, or nothing. */
  public String atOrNothing(Optional<Instant> instant) {
    return instant.map(this::at).orElse("");
  }

  /** Style of a message by its severity. */
  public String noticeClass(FacesMessage message) {
    if (FacesMessage.SEVERITY_INFO.equals(message.getSeverity())) {
      return "good";
    }
    return FacesMessage.SEVERITY_WARN.equals(message.getSeverity()) ? "warn" : "bad";
  }

  private static Sign sign(String state) {
    return SIGNS.getOrDefault(state, new Sign("pi-circle", ""));
  }

  private record Sign(String icon, String tone) {}
}
