package org.casebound.fulfillment.system;

import java.util.List;

/**
 * One thing that was found out about the installation.
 *
 * @param values what the sentence of the finding names, in its order
 */
public record SystemLine(SystemPart part, Grade grade, Finding finding, List<String> values) {

  static SystemLine of(Finding finding, Object... values) {
    return new SystemLine(finding.part(), finding.grade(), finding, List.of(values).stream().map(String::valueOf).toList());
  }
}
