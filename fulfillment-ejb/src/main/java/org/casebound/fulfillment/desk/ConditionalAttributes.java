package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.RequestRefused.Problem;

/** What a change of some attributes means for those that are there only under a condition. */
@Dependent
class ConditionalAttributes {
  @Inject private AttributeValidation validation;

  /**
   * Takes out what is not there after the change, and adds ATTR-002 for what comes with it, is required and has no value.
   *
   * @param values what is to change, without what is to be cleared
   */
  void settle(
      ServiceProcessDefinition process,
      Case worked,
      ServiceCatalogRequest request,
      Map<String, Object> values,
      Set<String> cleared,
      List<Problem> problems) {
    if (process.attributes().stream().allMatch(attribute -> attribute.visibleWhen().isEmpty())) {
      return;
    }
    Map<String, Object> after = new LinkedHashMap<>(request.attributes().without(cleared).asMap());
    process.attributes().forEach(attribute -> ofCase(attribute, worked, after));
    after.putAll(values);
    Set<String> hidden = validation.hidden(process.attributes(), after);
    for (AttributeDefinition attribute : process.attributes()) {
      String name = attribute.name();
      if (hidden.contains(name)) {
        values.remove(name);
        if (after.containsKey(name)) {
          cleared.add(name);
          AttributeValidation.withoutValue(attribute).ifPresent(value -> values.put(name, value));
        }
      } else if (attribute.visibleWhen().isPresent() && attribute.required() && isEmpty(after.get(name))) {
        problems.add(new Problem("/attributes/" + name, "ATTR-002", "%s is required now.".formatted(attribute.label())));
      }
    }
  }

  private static void ofCase(AttributeDefinition attribute, Case worked, Map<String, Object> values) {
    switch (attribute.binding().orElse("")) {
      case "case.subject" -> values.put(attribute.name(), worked.subject());
      case "case.priority" -> values.put(attribute.name(), worked.priority().name());
      default -> {
        // An extended attribute is kept with the request.
      }
    }
  }

  private static boolean isEmpty(Object value) {
    return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
  }
}
