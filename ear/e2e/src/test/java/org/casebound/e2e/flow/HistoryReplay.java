package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.StateTable;
import org.casebound.domain.workitem.WorkItemState;
import org.jspecify.annotations.Nullable;

/**
 * Folds the history of a case from its first row: every change begins where the one before ended and is one that the state tables
 * permit, and the last ones lead to the states that the records have now. The flows of a case must not share names of steps.
 */
final class HistoryReplay {
  private final JsonNode seen;
  private final Map<String, Enum<?>> states = new HashMap<>();

  private HistoryReplay(JsonNode seen) {
    this.seen = seen;
  }

  /**
   * Checks one case.
   *
   * @param seen the case as the API shows it to somebody who sees everything
   * @param workItem reads a work item
   */
  static void check(JsonNode seen, LongFunction<JsonNode> workItem) {
    HistoryReplay replay = new HistoryReplay(seen);
    Desk.stream(seen.path("history")).forEach(replay::take);
    replay.compare(workItem);
  }

  private void take(JsonNode row) {
    String name = row.path("name").asText();
    switch (row.path("subject").asText()) {
      case "CASE" -> {
        if (row.path("from").asText().isEmpty() && row.path("to").asText().equals("NEW")) {
          assertThat(states.put("CASE " + name, CaseStatus.NEW)).as("filed once: %s", row).isNull();
        } else if (!row.path("why").asText().equals("owner")) {
          change(CaseStatus.TABLE, CaseStatus.NEW, row);
        }
      }
      case "FLOW" -> change(FlowState.TABLE, FlowState.NOT_STARTED, row);
      case "STAGE" -> {
        if (row.path("from").asText().equals("NOT_STARTED")) {
          beginAnew(name);
        }
        change(StageState.TABLE, StageState.NOT_STARTED, row);
      }
      case "STEP" -> change(StepState.TABLE, StepState.NOT_STARTED, row);
      case "WORK_ITEM" -> change(WorkItemState.TABLE, WorkItemState.OFFERED, row);
      case "REQUEST", "MILESTONE", "MESSAGE", "DOCUMENT", "LINK" -> assertThat(name).isNotBlank(); // nothing of a flow
      default -> throw new AssertionError("Unknown subject: " + row);
    }
  }

  /** A stage is entered, perhaps again: it and all that is in it had ended, and is begun anew. */
  private void beginAnew(String stage) {
    end("STAGE " + stage, StageState.TABLE);
    for (JsonNode flow : seen.path("flows")) {
      Desk.stream(flow.path("stages"))
          .filter(each -> each.path("name").asText().equals(stage))
          .flatMap(each -> Desk.stream(each.path("steps")))
          .map(step -> step.path("name").asText())
          .forEach(
              step -> {
                end("STEP " + step, StepState.TABLE);
                end("WORK_ITEM " + step, WorkItemState.TABLE);
              });
    }
  }

  private <S extends Enum<S>> void end(String subject, StateTable<S> table) {
    S last = state(subject, null);
    assertThat(last == null || table.isFinal(last)).as("%s had ended: %s", subject, last).isTrue();
    states.remove(subject);
  }

  private <S extends Enum<S>> void change(StateTable<S> table, S first, JsonNode row) {
    String subject = row.path("subject").asText() + " " + row.path("name").asText();
    if (Arrays.stream(first.getDeclaringClass().getEnumConstants()).noneMatch(each -> each.name().equals(row.path("to").asText()))) {
      return; // a remark, or what a person decided; the change that it led to comes next
    }
    S current = state(subject, first);
    S next = Enum.valueOf(first.getDeclaringClass(), row.path("to").asText());
    assertThat(current.name()).as("state before %s", row).isEqualTo(row.path("from").asText());
    assertThat(current == next || table.permits(current, next)).as("permitted: %s", row).isTrue();
    states.put(subject, next);
  }

  @SuppressWarnings("unchecked")
  private <S extends Enum<S>> @Nullable S state(String subject, @Nullable S otherwise) {
    return (S) states.getOrDefault(subject, otherwise);
  }

  private void compare(LongFunction<JsonNode> workItem) {
    assertThat(states.get("CASE " + seen.path("number").asText())).hasToString(seen.path("status").asText());
    for (JsonNode flow : seen.path("flows")) {
      compare("FLOW", flow);
      for (JsonNode stage : flow.path("stages")) {
        if (!stage.path("name").asText().equals(flow.path("name").asText())) { // else it stands for a flow without stages
          compare("STAGE", stage);
        }
        for (JsonNode step : stage.path("steps")) {
          compare("STEP", step);
          if (step.path("workItemId").asLong() > 0) {
            Enum<?> item = states.getOrDefault("WORK_ITEM " + step.path("name").asText(), WorkItemState.OFFERED);
            assertThat(workItem.apply(step.path("workItemId").asLong()).path("state").asText()).as("work item of %s", step).isEqualTo(item.name());
          }
        }
      }
    }
  }

  private void compare(String subject, JsonNode record) {
    Enum<?> folded = states.getOrDefault(subject + " " + record.path("name").asText(), StepState.NOT_STARTED);
    assertThat(record.path("state").asText()).as("%s %s", subject, record.path("name")).isEqualTo(folded.name());
  }
}
