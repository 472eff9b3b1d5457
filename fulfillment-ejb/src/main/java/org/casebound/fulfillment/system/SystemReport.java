package org.casebound.fulfillment.system;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The state of this node and of what it reaches.
 *
 * @param node name of this run of this node
 * @param at when it was looked at
 * @param grade that of the worst line
 * @param lines in the order of their parts
 * @param settings those of docs/operations.md, as they are in force here
 */
public record SystemReport(String node, Instant at, Grade grade, List<SystemLine> lines, List<SettingInForce> settings) {

  static SystemReport of(String node, Instant at, Collection<SystemLine> found, List<SettingInForce> settings) {
    List<SystemLine> lines = found.stream().sorted(Comparator.comparing(SystemLine::part)).toList();
    Grade worst = lines.stream().map(SystemLine::grade).max(Comparator.naturalOrder()).orElse(Grade.GOOD);
    return new SystemReport(node, at, worst, lines, settings);
  }
}
