package org.casebound.fulfillment.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.RequestRefused.Problem;

/** Checks that a Lookup names a case which the person who gives it may see; that there is one he may not see is not told. */
@Dependent
public class LookupCheck {
  private final SeenCases cases;

  @Inject
  public LookupCheck(SeenCases cases) {
    this.cases = cases;
  }

  /**
   * Adds ATTR-010 for each Lookup whose case the caller does not see.
   *
   * @param base JSON pointer of the values
   * @param values typed values by attribute name
   */
  public void check(
      String base, List<AttributeDefinition> attributes, Map<String, Object> values, Caller caller, List<Problem> problems) {
    for (AttributeDefinition attribute : attributes) {
      Object number = values.get(attribute.name());
      if (attribute.type() == AttributeType.LOOKUP && number != null && !finds(number.toString(), caller)) {
        problems.add(
            new Problem(
                base + "/" + attribute.name(),
                "ATTR-010",
                "%s must be the number of a case that you may see; '%s' is none.".formatted(attribute.label(), shortened(number.toString()))));
      }
    }
  }

  private boolean finds(String number, Caller caller) {
    return CaseNumber.parse(number).filter(parsed -> parsed.toString().equals(number) && cases.sees(parsed, caller)).isPresent();
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
