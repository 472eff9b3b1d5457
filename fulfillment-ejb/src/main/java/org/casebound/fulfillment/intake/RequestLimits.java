package org.casebound.fulfillment.intake;

import java.util.List;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.fulfillment.intake.RequestRefused.Problem;

/** What holds for every request, whatever its process. */
public final class RequestLimits {
  /** What one request may say in all; half of what its column holds, because JSON escapes some characters. */
  private static final int MOST_CHARACTERS = 500_000;

  private RequestLimits() {}

  /** Adds INTAKE-002 for a subject that is blank or too long. */
  public static void checkSubject(String subject, List<Problem> problems) {
    if (subject.isBlank() || subject.length() > Case.MAX_SUBJECT) {
      problems.add(
          new Problem("/subject", "INTAKE-002", "A subject has 1 to %d characters.".formatted(Case.MAX_SUBJECT)));
    }
  }

  /** Adds INTAKE-004 for attributes that say too much in all. */
  public static void checkSize(Map<String, Object> attributes, List<Problem> problems) {
    if (String.valueOf(attributes).length() > MOST_CHARACTERS) {
      problems.add(
          new Problem(
              "/attributes",
              "INTAKE-004",
              "All attributes together have at most %d characters.".formatted(MOST_CHARACTERS)));
    }
  }
}
