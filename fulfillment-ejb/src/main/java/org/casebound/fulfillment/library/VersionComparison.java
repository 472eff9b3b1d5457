package org.casebound.fulfillment.library;

import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.library.ImportPlan.Difference;

/**
 * Two versions of a process.
 *
 * @param differences of their meaning, at most {@link ImportPlan#MOST_DIFFERENCES}
 * @param allDifferences how many there are
 * @param lines both texts side by side
 */
public record VersionComparison(String process, int from, int to, List<Difference> differences, int allDifferences, List<ComparedLine> lines) {
  public VersionComparison {
    differences = List.copyOf(differences);
    lines = List.copyOf(lines);
  }

  /**
   * A line of the earlier text beside the one that took its place.
   *
   * @param before empty when the line was added
   * @param after empty when the line was removed
   */
  public record ComparedLine(Optional<String> before, Optional<String> after) {
    /** Whether both texts have the line. */
    public boolean same() {
      return before.equals(after);
    }
  }
}
