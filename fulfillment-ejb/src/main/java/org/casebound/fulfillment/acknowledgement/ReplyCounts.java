package org.casebound.fulfillment.acknowledgement;

import java.util.Map;
import org.casebound.domain.flow.ReplyState;

/**
 * How many replies there are that are not simply matched, each the length of the list behind it.
 *
 * @param states by state, all but MATCHED; a state without replies is 0
 * @param copied those that came more than once
 */
public record ReplyCounts(Map<ReplyState, Long> states, long copied) {
  public ReplyCounts {
    states = Map.copyOf(states);
  }
}
