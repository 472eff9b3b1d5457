package org.casebound.fulfillment.outline;

import static org.casebound.fulfillment.outline.OutlineField.choice;
import static org.casebound.fulfillment.outline.OutlineField.condition;
import static org.casebound.fulfillment.outline.OutlineField.expression;
import static org.casebound.fulfillment.outline.OutlineField.flag;
import static org.casebound.fulfillment.outline.OutlineField.number;
import static org.casebound.fulfillment.outline.OutlineField.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.CatalogIcon;

/** What a line of an outline is: what of it can be changed in a form, and which lists lie below it. */
public enum OutlineKind {
  PROCESS(
      List.of(
          text("label"),
          text("shortDescription"),
          text("description"),
          text("category"),
          choice("icon", CatalogIcon.NAMES),
          number("version"),
          text("queue"),
          text("fulfillmentFlow"),
          text("calendar")),
      Map.of("attributes", "ATTRIBUTE", "documents", "DOCUMENT", "milestones", "MILESTONE", "assignmentRules", "ASSIGNMENT_RULE")),
  ATTRIBUTE(
      List.of(
          text("name"),
          text("label"),
          choice("type", OutlineField.TYPES),
          flag("required"),
          text("description"),
          text("group"),
          text("pattern"),
          number("min"),
          number("max"),
          choice("sensitivity", List.of("PUBLIC", "INTERNAL", "PERSONAL", "SECRET")),
          condition("visibleWhen")),
      Map.of("columns", "COLUMN")),
  COLUMN(
      List.of(
          text("name"), text("label"), choice("type", OutlineField.COLUMN_TYPES), flag("required"), text("pattern"), number("min"), number("max")),
      Map.of()),
  DOCUMENT(List.of(text("name"), text("label"), flag("required"), number("maxBytes")), Map.of()),
  MILESTONE(List.of(text("name"), text("label"), text("within"), text("warnBefore"), condition("reachedWhen")), Map.of()),
  ASSIGNMENT_RULE(List.of(condition("when"), text("queue")), Map.of()),
  FLOW(List.of(text("name"), text("label"), condition("trigger/condition")), Map.of("stages", "STAGE", "elements", "ELEMENT")),
  STAGE(
      List.of(text("name"), text("label"), condition("exit"), text("next"), text("onFault"), number("maxEntries")),
      Map.of("steps", "STEP", "next", "BRANCH")),
  BRANCH(List.of(condition("when"), text("goTo")), Map.of()),
  STEP(
      List.of(
          text("name"),
          text("label"),
          condition("when"),
          condition("endsWhen"),
          text("interactive/queue"),
          expression("interactive/assignee"),
          text("interactive/instructions"),
          flag("interactive/notRequester"),
          flag("interactive/bulkDecisions"),
          expression("interactive/priority"),
          text("interactive/due/within"),
          text("call"),
          text("run")),
      Map.of("background", "ELEMENT", "undo", "ELEMENT", "interactive/outcomes", "OUTCOME", "interactive/fields", "FORM_FIELD")),
  OUTCOME(List.of(text("name"), text("label"), flag("reasonRequired")), Map.of()),
  FORM_FIELD(
      List.of(
          text("name"),
          text("label"),
          choice("type", OutlineField.FIELD_TYPES),
          flag("required")),
      Map.of("columns", "COLUMN")),
  ELEMENT(
      List.of(
          text("name"),
          text("call"),
          text("subflow"),
          choice("closeCase", List.of("FULFILLED", "REJECTED", "CANCELED")),
          expression("reason"),
          choice("notify", List.of("MAIL", "IN_APP")),
          expression("to"),
          expression("subject"),
          expression("text"),
          expression("updateCase/subject"),
          expression("updateCase/priority"),
          text("wait/for"),
          expression("wait/until"),
          text("wait/event"),
          text("raiseIncident"),
          text("error"),
          expression("message"),
          expression("forEach"),
          text("item")),
      Map.of("decide", "RULE", "otherwise", "ELEMENT", "do", "ELEMENT", "onFault", "ELEMENT", "wait/onTimeout", "ELEMENT")),
  RULE(List.of(condition("when")), Map.of("then", "ELEMENT")),
  INTEGRATION(
      List.of(
          text("name"),
          text("label"),
          text("connector"),
          text("operation"),
          choice("mode", List.of("SERVICE", "PROCESS")),
          text("timeout"),
          text("acknowledgementTimeout"),
          choice("unknownOutcome", List.of("VERIFY", "RESEND", "INCIDENT")),
          choice("payloadLog", List.of("OFF", "MASKED", "FULL")),
          flag("active"),
          choice("clearance", List.of("PUBLIC", "INTERNAL", "PERSONAL", "SECRET"))),
      Map.of("inputs", "INPUT", "request", "MAPPING_ROW")),
  INPUT(
      List.of(
          text("name"),
          choice("type", List.of("Text", "Number", "Boolean", "List", "Map", "Any")),
          expression("default"),
          choice("sensitivity", List.of("PUBLIC", "INTERNAL", "PERSONAL", "SECRET"))),
      Map.of()),
  MAPPING_ROW(List.of(text("to"), text("from"), expression("value"), expression("default")), Map.of()),
  QUEUE(List.of(text("name"), text("label")), Map.of());

  /** In which order lists are shown that lie side by side. */
  private static final List<String> ORDER =
      List.of(
          "attributes", "columns", "documents", "milestones", "assignmentRules", "elements", "stages", "steps", "next",
          "interactive/fields", "interactive/outcomes", "background", "undo", "decide", "otherwise", "do", "then", "wait/onTimeout", "onFault",
          "inputs", "request");

  private final List<OutlineField> fields;
  private final Map<String, String> lists;

  OutlineKind(List<OutlineField> fields, Map<String, String> lists) {
    this.fields = fields;
    this.lists = lists;
  }

  /** What of it can be changed in a form. */
  public List<OutlineField> fields() {
    return fields;
  }

  /** The kind of what lies in the list of that relative pointer. */
  OutlineKind in(String list) {
    return valueOf(lists.get(list));
  }

  /** Relative pointers of the lists below it, in the order in which they are shown. */
  List<String> lists() {
    return lists.keySet().stream().sorted(Comparator.comparing(ORDER::indexOf)).toList();
  }
}
