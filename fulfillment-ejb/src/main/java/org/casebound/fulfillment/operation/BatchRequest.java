package org.casebound.fulfillment.operation;

import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.FlowFilter;
import org.casebound.fulfillment.desk.IncidentFilter;

/**
 * Asks for something to be done to all incidents or flows that match a filter.
 *
 * @param filter parameters of the filter, as {@link IncidentFilter} and {@link FlowFilter} write them; others narrow nothing
 * @param reason kept in the history of each case; must not be empty
 * @param outcome the outcome that skipped steps get; empty: {@code done}
 * @param ratePerMinute how many targets are begun in a minute, 1 to {@value #MOST_PER_MINUTE}
 */
public record BatchRequest(
    BatchAction action, BatchTarget target, Map<String, String> filter, String reason, Optional<String> outcome, int ratePerMinute) {
  /** Fastest rate. */
  public static final int MOST_PER_MINUTE = 6000;

  /** Rate when none is asked for. */
  public static final int USUAL_PER_MINUTE = 300;

  public BatchRequest {
    filter = Map.copyOf(filter);
  }

  /** Which incidents. */
  IncidentFilter incidents() {
    return IncidentFilter.of(this::parameter);
  }

  /** Which flows: of those that are asked for the ones that the action can be done to. */
  FlowFilter flows() {
    FlowFilter asked = FlowFilter.of(this::parameter);
    if (asked.state().isPresent()) {
      return asked;
    }
    return switch (action) {
      case SUSPEND -> asked.in(Optional.of(FlowState.IN_PROGRESS));
      case RESUME -> asked.in(Optional.of(FlowState.SUSPENDED));
      default -> asked;
    };
  }

  private Optional<String> parameter(String name) {
    return Optional.ofNullable(filter.get(name)).filter(value -> !value.isBlank());
  }
}
