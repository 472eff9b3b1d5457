package org.casebound.fulfillment.desk;

import java.util.Optional;
import org.casebound.domain.flow.AttemptState;

/**
 * Which lines of the effect ledger to list, newest first.
 *
 * @param caseNumber only calls of this case
 * @param connector only calls through the connector of this short name
 * @param outcome only tries that stand so
 * @param inDoubt only calls of which it is not known whether they had their effect
 * @param cursor where the last page ended
 * @param size 1 to 100
 */
public record LedgerQuery(
    Optional<String> caseNumber,
    Optional<String> connector,
    Optional<AttemptState> outcome,
    boolean inDoubt,
    Optional<String> cursor,
    int size) {}
