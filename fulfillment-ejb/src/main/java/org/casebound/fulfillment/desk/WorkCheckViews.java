package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.FlowOutlook;

/** Makes the view of what is compared and checked. */
@Dependent
class WorkCheckViews {
  private static final Pattern ATTRIBUTE = Pattern.compile("request\\.(\\w+)");
  private static final String REQUEST = "request";

  @Inject private Expressions expressions;

  /**
   * As it is now.
   *
   * @param attributes of the process that the case follows
   */
  WorkChecks open(WorkItem item, StepDefinition.Checks checks, FlowOutlook outlook, List<AttributeDefinition> attributes, Caller caller) {
    Cells cells = new Cells(facts(outlook, attributes), attributes, caller.seesPersonalData());
    List<WorkChecks.Row> rows =
        checks.compare().stream()
            .map(
                row ->
                    new WorkChecks.Row(
                        row.name(),
                        row.label(),
                        row.onFile().isPresent(),
                        cells.of(row.onFile()),
                        cells.of(Optional.of(row.requested())),
                        row.onDocument().isPresent(),
                        cells.of(row.onDocument())))
            .toList();
    return new WorkChecks(rows, checks.list(), item.answer().ticked());
  }

  /** As it was when the item ended. */
  static WorkChecks ended(WorkItem item, StepDefinition.Checks checks) {
    return new WorkChecks(List.of(), checks.all(), item.answer().ticked());
  }

  /** What nobody may read is not there, so that no expression can say it in other words. */
  private static Map<String, Object> facts(FlowOutlook outlook, List<AttributeDefinition> attributes) {
    Set<String> secret =
        attributes.stream().filter(each -> each.sensitivity() == Sensitivity.SECRET).map(AttributeDefinition::name).collect(Collectors.toSet());
    Map<String, Object> facts = new HashMap<>(outlook.facts());
    if (facts.get(REQUEST) instanceof Map<?, ?> request) {
      Map<Object, Object> known = new HashMap<>(request);
      known.keySet().removeAll(secret);
      facts.put(REQUEST, known);
    }
    return facts;
  }

  /** The cells of one table. */
  private final class Cells {
    private final Map<String, Object> facts;
    private final List<AttributeDefinition> attributes;
    private final boolean readable;

    Cells(Map<String, Object> facts, List<AttributeDefinition> attributes, boolean readable) {
      this.facts = facts;
      this.attributes = attributes;
      this.readable = readable;
    }

    /** What can not be found out yet is not there: a person looks at the rest. */
    Object of(Optional<String> expression) {
      if (expression.isEmpty()) {
        return "";
      } else if (!readable) {
        return CaseViews.MASK;
      }
      try {
        return labelled(expression.get(), expressions.value(expression.get(), facts));
      } catch (RuleViolation unknown) {
        return "";
      }
    }

    /** A choice of the request is shown by its label. */
    private Object labelled(String expression, Object value) {
      Matcher attribute = ATTRIBUTE.matcher(expression.strip());
      return attribute.matches()
          ? attributes.stream()
              .filter(each -> each.name().equals(attribute.group(1)))
              .flatMap(each -> each.options().stream())
              .filter(option -> option.value().equals(value))
              .<Object>map(AttributeDefinition.Option::label)
              .findFirst()
              .orElse(value)
          : value;
    }
  }
}
