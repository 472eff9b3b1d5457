package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * Open incidents that have their cause in common.
 *
 * @param processLabel what people call the process
 * @param step API name of the step; empty text when flows stopped between steps
 * @param stepLabel what people call it
 * @param connector short name of the connector whose calls failed; empty text when it was no call
 * @param count how many there are: the length of the list with {@link #filter}
 * @param firstAt when the oldest was raised
 * @param lastAt when the newest was raised
 * @param message what the newest says, word for word
 */
public record IncidentGroup(
    String process,
    String processLabel,
    String step,
    String stepLabel,
    String code,
    String connector,
    long count,
    Instant firstAt,
    Instant lastAt,
    String message) {

  /** Which list it is. */
  public IncidentFilter filter() {
    return new IncidentFilter(Optional.of(process), Optional.of(step), Optional.of(code), Optional.of(connector));
  }
}
