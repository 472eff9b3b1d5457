package org.casebound.fulfillment.outline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that can be added to a list: a small beginning that its author fills in. What must be chosen, because nobody else knows it, is
 * left so that the problems of the draft name it.
 */
public enum OutlineChoice {
  ATTRIBUTE("attributes", Map.of("name", "newAttribute", "type", "Text")),
  COLUMN("columns", ordered("name", "newColumn", "type", "Text")),
  DOCUMENT("documents", Map.of("name", "newDocument", "mediaTypes", List.of("application/pdf"))),
  MILESTONE("milestones", Map.of("name", "new_milestone", "within", "PT8H")),
  ASSIGNMENT_RULE("assignmentRules", ordered("when", "case.priority == 'HIGH'", "queue", "new_queue")),
  STAGE("stages", ordered("name", "new_stage", "steps", List.of(closing()))),
  BRANCH("next", ordered("when", "case.priority == 'HIGH'", "goTo", "end")),
  INTERACTIVE("steps", ordered("name", "new_step", "interactive", ordered("queue", "new_queue", "outcomes", List.of("done")))),
  BACKGROUND("steps", ordered("name", "new_step", "background", List.of(Map.of("assign", Map.of("note", "'done'"))))),
  CALL_STEP("steps", ordered("name", "new_step", "call", "New_Integration", "input", Map.of("id", "case.number"))),
  OUTCOME("interactive/outcomes", ordered("name", "new_outcome", "label", "New outcome")),
  FORM_FIELD("interactive/fields", ordered("name", "newField", "type", "Text")),
  CALL("elements", ordered("call", "New_Integration", "input", Map.of("id", "case.number"))),
  ASSIGN("elements", Map.of("assign", Map.of("note", "'done'"))),
  UPDATE_REQUEST("elements", Map.of("updateRequest", Map.of("newAttribute", "'done'"))),
  UPDATE_CASE("elements", Map.of("updateCase", Map.of("priority", "'HIGH'"))),
  DECIDE(
      "elements", Map.of("decide", List.of(ordered("when", "case.priority == 'HIGH'", "then", List.of(Map.of("assign", Map.of("note", "'high'"))))))),
  FOR_EACH("elements", ordered("forEach", "[1, 2, 3]", "item", "one", "do", List.of(Map.of("assign", Map.of("note", "'done'"))))),
  SUBFLOW("elements", Map.of("subflow", "New_Flow")),
  NOTIFY("elements", ordered("notify", "IN_APP", "to", "case.requester", "subject", "'News'", "text", "'It is done.'")),
  WAIT_TIME("elements", Map.of("wait", Map.of("for", "PT1H"))),
  WAIT_EVENT("elements", Map.of("wait", Map.of("event", "new_event"))),
  CLOSE_CASE("elements", Map.of("closeCase", "FULFILLED")),
  RAISE_INCIDENT("elements", ordered("raiseIncident", "LOOK_AT_IT", "message", "'Look at it'")),
  ERROR("elements", ordered("error", "NEW_ERROR", "message", "'It can not be done'")),
  RULE("decide", ordered("when", "case.priority == 'LOW'", "then", List.of(Map.of("assign", Map.of("note", "'low'"))))),
  FLOW("flows", ordered("name", "New_Flow", "trigger", ordered("record", "Case", "when", "created"), "stages", List.of(stage()))),
  INTEGRATION(
      "integrations",
      ordered("name", "New_Integration", "connector", "java:/eis/CoreBanking", "operation", "POST /path", "mode", "SERVICE", "inputs", List.of("id"))),
  INPUT("inputs", ordered("name", "newInput", "type", "Text")),
  MAPPING_ROW("request", ordered("to", "/id", "from", "/id")),
  QUEUE("queues", ordered("name", "new_queue", "label", "New queue"));

  private static final Set<String> ELEMENT_LISTS = Set.of("elements", "background", "undo", "otherwise", "do", "then", "onFault", "wait/onTimeout");

  private final String list;
  private final Map<String, Object> value;

  OutlineChoice(String list, Map<String, ?> value) {
    this.list = list;
    this.value = new LinkedHashMap<>(value);
  }

  /** Whether it can be added to the list of that name. */
  static boolean fits(OutlineChoice choice, String list) {
    return choice.list.equals(list) || choice.list.equals("elements") && ELEMENT_LISTS.contains(list);
  }

  Map<String, Object> value() {
    return value;
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Map<String, Object> closing() {
    return ordered("name", "new_step", "background", List.of(Map.of("closeCase", "FULFILLED")));
  }

  private static Map<String, Object> stage() {
    return ordered("name", "new_stage", "steps", List.of(closing()));
  }
}
