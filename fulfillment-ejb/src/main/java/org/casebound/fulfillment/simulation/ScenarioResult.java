package org.casebound.fulfillment.simulation;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param missed expectations that were not met; none when it passed
 */
public record ScenarioResult(String name, String label, List<Missed> missed, SimulationReport report) {
  public ScenarioResult {
    missed = List.copyOf(missed);
  }

  /** Whether all expectations were met. */
  public boolean passed() {
    return missed.isEmpty();
  }

  /**
   * An expectation that was not met.
   *
   * @param pointer JSON pointer to it, from its scenario, e.g. {@code /expect/calls/0}
   * @param message what was expected and what came
   */
  public record Missed(String pointer, String message) {}
}
