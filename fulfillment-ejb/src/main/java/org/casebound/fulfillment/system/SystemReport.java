package org.casebound.fulfillment.system;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The state of this node and of what it reaches.
 *
 * @param at when it was looked at
 * @param grade that of the worst line
 */
public record SystemReport(Instant at, Grade grade, List<SystemLine> lines) {

  static SystemReport of(Instant at, List<SystemLine> lines) {
    Grade worst = lines.stream().map(SystemLine::grade).max(Comparator.naturalOrder()).orElse(Grade.GOOD);
    return new SystemReport(at, worst, lines);
  }
}
