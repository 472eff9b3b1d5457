package org.casebound.fulfillment.desk;

import java.util.List;
import org.casebound.domain.definition.StepDefinition.Check;

/**
 * What a person compares and checks before he decides a work item.
 *
 * @param compare values side by side; empty once the item has ended
 * @param list other things to look at
 * @param ticked names of what was ticked when the item was completed
 */
public record WorkChecks(List<Row> compare, List<Check> list, List<String> ticked) {
  /**
   * One value that is compared. A cell is a JSON-like value, an empty text when there is none, dots when the caller may not read it.
   *
   * @param knowsFile whether the step says what is on file
   * @param knowsDocument whether the step says what the document says
   */
  public record Row(
      String name, String label, boolean knowsFile, Object onFile, Object requested, boolean knowsDocument, Object onDocument) {}
}
