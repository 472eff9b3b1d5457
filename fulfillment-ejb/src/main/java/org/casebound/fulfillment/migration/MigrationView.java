package org.casebound.fulfillment.migration;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.MigrationState;

/**
 * How far a migration is.
 *
 * @param counts how many flows have which result; those without any are left out
 * @param endedAt when the last flow got its result; empty while flows are PENDING
 */
public record MigrationView(
    long id,
    String process,
    int fromVersion,
    int toVersion,
    String flow,
    String requestedBy,
    String reason,
    Instant requestedAt,
    Optional<Instant> endedAt,
    Map<MigrationState, Long> counts) {

  /**
   * What becomes, or became, of one case.
   *
   * @param message why its flow can not be moved; empty otherwise
   */
  public record CaseResult(String caseNumber, long flowId, MigrationState state, String message) {}
}
