package org.casebound.fulfillment.desk;

import java.util.Map;
import org.casebound.domain.flow.AttemptState;

/**
 * How many tries are not settled, each the length of the list behind it.
 *
 * @param open by state: those that wait, run, were accepted, or ended with an unknown outcome; a state without tries is 0
 * @param inDoubt calls of which it is not known whether they had their effect
 * @param parked tries that wait until calls go out again
 */
public record LedgerCounts(Map<AttemptState, Long> open, long inDoubt, long parked) {
  public LedgerCounts {
    open = Map.copyOf(open);
  }
}
