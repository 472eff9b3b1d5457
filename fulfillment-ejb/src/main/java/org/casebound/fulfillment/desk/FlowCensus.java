package org.casebound.fulfillment.desk;

import java.util.List;
import java.util.function.Predicate;
import org.casebound.domain.flow.FlowState;

/** How many flows have not ended, counted in one statement by everything that their list can be narrowed down by. */
public record FlowCensus(List<Cell> cells) {
  /**
   * Flows that have all of this in common.
   *
   * @param stage API name of the stage in progress; empty text before the first
   * @param stageLabel what people call it
   */
  public record Cell(
      String process, String processLabel, int version, FlowState state, String stage, String stageLabel, AgeBand age, long count) {

    /** Whether a list that is narrowed down so shows them. */
    boolean matches(FlowFilter filter) {
      return filter.process().filter(name -> !name.equals(process)).isEmpty()
          && filter.version().filter(number -> number != version).isEmpty()
          && filter.state().filter(wanted -> wanted != state).isEmpty()
          && filter.stage().filter(name -> !name.equals(stage)).isEmpty()
          && filter.age().filter(band -> band != age).isEmpty();
    }
  }

  public FlowCensus {
    cells = List.copyOf(cells);
  }

  /** Those that a list narrowed down so shows. */
  public FlowCensus of(FlowFilter filter) {
    return only(cell -> cell.matches(filter));
  }

  /** Those of some cells. */
  public FlowCensus only(Predicate<Cell> condition) {
    return new FlowCensus(cells.stream().filter(condition).toList());
  }

  /** How many flows it counts. */
  public long count() {
    return cells.stream().mapToLong(Cell::count).sum();
  }
}
