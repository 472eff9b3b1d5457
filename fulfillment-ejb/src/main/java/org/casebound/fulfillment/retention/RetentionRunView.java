package org.casebound.fulfillment.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param due cases that it is about; 0 before it has counted them
 * @param erased cases whose personal data it erased
 * @param purged cases that it deleted whole
 * @param message why it failed, or why the last chunk was tried again
 */
public record RetentionRunView(
    long id,
    RetentionRunState state,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> endedAt,
    int due,
    int erased,
    int purged,
    Optional<String> message) {

  static RetentionRunView of(RetentionRun run) {
    return new RetentionRunView(
        run.id(),
        run.state(),
        run.requestedBy(),
        run.requestedAt(),
        run.endedAt(),
        run.due(),
        run.erased(),
        run.purged(),
        Optional.of(run.message()).filter(text -> !text.isEmpty()));
  }
}
