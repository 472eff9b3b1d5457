package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.integration.CircuitState;
import org.casebound.fulfillment.desk.LedgerLine;

/** What is said of connectors, calls and due tasks in plain words. Thread-safe. */
@Named
@ApplicationScoped
public class IntegrationWords {
  private Texts texts;

  protected IntegrationWords() {}

  @Inject
  IntegrationWords(Texts texts) {
    this.texts = texts;
  }

  /** Whether calls go out. */
  public String circuit(CircuitState state) {
    return texts.of("circuit." + state);
  }

  /** Icon of a circuit. */
  public String circuitIcon(CircuitState state) {
    return switch (state) {
      case CLOSED -> "pi-check";
      case OPEN -> "pi-exclamation-triangle";
      case HALF_OPEN -> "pi-question";
      case STOPPED -> "pi-stop-circle";
    };
  }

  /** Tone of a circuit. */
  public String circuitTone(CircuitState state) {
    return switch (state) {
      case CLOSED -> "good";
      case OPEN -> "bad";
      case HALF_OPEN, STOPPED -> "warn";
    };
  }

  /** What a level of the test kit means for a call that failed. */
  public String level(String level) {
    return texts.or("level." + level, level);
  }

  /** A span of time in the unit that fits, from milliseconds to hours; a dash for none. */
  public String span(Optional<Duration> span) {
    return span.map(this::span).orElse("-");
  }

  /** The same for a span that is there. */
  public String span(Duration span) {
    if (span.toMillis() < 1000) {
      return texts.of("span.millis", span.toMillis());
    }
    if (span.toMinutes() < 1) {
      return texts.of("span.seconds", span.toMillis() / 100 / 10.0);
    }
    return span.toHours() < 1 ? texts.of("age.minutes", span.toMinutes()) : texts.of("age.hours", span.toHours());
  }

  /** What a due task is for. */
  public String timer(DueTaskKind kind) {
    return texts.or("timer." + kind, kind.name());
  }

  /** Which action settles the doubt whether a call had its effect. */
  public String settles(LedgerLine newest) {
    return switch (newest.outcome()) {
      case UNKNOWN -> texts.of("doubt.incident");
      case PLANNED, RUNNING -> newest.parkedAt().isPresent() ? texts.of("doubt.parked") : texts.of("doubt.asked");
      default -> texts.of("doubt.byHand");
    };
  }
}
