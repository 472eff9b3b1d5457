package org.casebound.fulfillment.simulation;

import java.util.List;

/**
 * What came of all scenarios of a process.
 *
 * @param coverage what of the process they went through together
 */
public record SuiteResult(List<ScenarioResult> results, Coverage coverage) {
  public SuiteResult {
    results = List.copyOf(results);
  }

  /** How many passed. */
  public long passed() {
    return results.stream().filter(ScenarioResult::passed).count();
  }
}
