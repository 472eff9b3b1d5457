package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Collectors;
import org.casebound.domain.definition.ServiceProcessDefinition;

/** How soon a service is promised, in words. Thread-safe. */
@ApplicationScoped
public class PromiseWords {
  private Texts texts;

  protected PromiseWords() {}

  @Inject
  PromiseWords(Texts texts) {
    this.texts = texts;
  }

  /** E.g. {@code First response within 4 h}; nothing when nothing is promised. */
  String of(ServiceProcessDefinition process) {
    String key = process.rules().calendar().isPresent() ? "request.promise.business" : "request.promise";
    return process.rules().milestones().stream()
        .map(milestone -> texts.of(key, milestone.label(), span(milestone.within())))
        .collect(Collectors.joining(", "));
  }

  /** In the largest unit that is exact. */
  private String span(Duration time) {
    if (time.toMinutesPart() != 0) {
      return texts.of("age.minutes", time.toMinutes());
    }
    return time.toHoursPart() != 0 ? texts.of("age.hours", time.toHours()) : texts.of("age.days", time.toDays());
  }
}
