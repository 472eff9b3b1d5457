package org.casebound.fulfillment.system;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.casebound.fulfillment.persistence.DatabaseState;
import org.casebound.fulfillment.persistence.DatabaseState.Facts;
import org.casebound.fulfillment.persistence.DatabaseState.Schema;

/** Asks the database what it is, how far its schema is and what time it is there. */
@Dependent
class DatabaseProbe {
  /** Beyond it leases and timers of several nodes go wrong. */
  private static final Duration APART = Duration.ofSeconds(1);

  @Inject private DatabaseState database;
  @Inject private Clock clock;

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  List<SystemLine> lines() {
    try {
      Instant before = clock.instant();
      Facts facts = database.facts();
      Instant after = clock.instant();
      return List.of(
          SystemLine.of(Finding.DATABASE_ANSWERS, facts.product(), facts.version(), facts.driver()),
          clocks(before, facts.time().toInstant(), after),
          schema(database.schema()));
    } catch (SQLException | RuntimeException failure) {
      return List.of(SystemLine.of(Finding.DATABASE_FAILS, String.valueOf(failure.getMessage())));
    }
  }

  /** Its clock showed that time at some moment between these two of ours; nothing is known beyond that. */
  static SystemLine clocks(Instant before, Instant there, Instant after) {
    Duration late = Duration.between(after, there);
    Duration early = Duration.between(there, before);
    Duration apart = late.isNegative() ? (early.isNegative() ? Duration.ZERO : early) : late;
    return SystemLine.of(apart.compareTo(APART) > 0 ? Finding.CLOCK_APART : Finding.CLOCK_TOGETHER, apart.toMillis());
  }

  static SystemLine schema(Schema schema) {
    if (schema.pending() > 0) {
      return SystemLine.of(Finding.SCHEMA_PENDING, schema.newest(), schema.pending());
    }
    return SystemLine.of(schema.ahead() ? Finding.SCHEMA_AHEAD : Finding.SCHEMA_CURRENT, schema.newest());
  }
}
