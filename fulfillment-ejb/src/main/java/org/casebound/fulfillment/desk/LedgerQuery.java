package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.flow.AttemptState;

/**
 * Which lines of the effect ledger to list, newest first.
 *
 * @param caseNumber only calls of this case
 * @param connector only calls through the connector of this short name
 * @param outcome only tries that stand so
 * @param inDoubt only calls of which it is not known whether they had their effect
 * @param parked only tries that wait until calls go out again
 * @param node only tries that this run of a node has the lease of
 * @param from only tries that began then or later
 * @param to only tries that began before
 * @param cursor where the last page ended
 * @param size 1 to 100
 */
public record LedgerQuery(
    Optional<String> caseNumber,
    Optional<String> connector,
    Optional<AttemptState> outcome,
    boolean inDoubt,
    boolean parked,
    Optional<String> node,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> cursor,
    int size) {
  /** The tries of a connector that stand so. */
  public static LedgerQuery of(String connector, AttemptState outcome, int size) {
    return new LedgerQuery(
        Optional.empty(), Optional.of(connector), Optional.of(outcome), false, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), size);
  }
}
