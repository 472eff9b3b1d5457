package org.casebound.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.ReplyState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.integration.CircuitState;
import org.casebound.domain.integration.DeliveryState;
import org.casebound.domain.shared.StateTable;
import org.casebound.domain.workitem.WorkItemState;
import org.junit.jupiter.api.Test;

/** The diagrams in {@code docs/states.md} are written from the tables that the code obeys, so they can not lie. */
class StateDiagramsTest {
  private static final Path COMMITTED = Path.of("..", "docs", "states.md");
  private static final String REFRESH = "casebound.refreshStates";

  @Test
  void theCommittedDiagramsAreThoseOfTheTables() throws IOException {
    String drawn = page();
    if (Boolean.getBoolean(REFRESH)) {
      Files.writeString(COMMITTED, drawn);
    }
    assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
        .as("docs/states.md is out of date; refresh it with: mvn -pl domain test -Dtest=StateDiagramsTest -D%s=true", REFRESH)
        .isEqualTo(drawn);
  }

  private static String page() {
    return Stream.of(
            """
            # States

            Written by `StateDiagramsTest` from the tables in the code (module `domain`). A change that is not drawn here is refused
            with `STATE-001`.
            """,
            diagram("Case", CaseStatus.TABLE, CaseStatus.values()),
            diagram("Milestone of a case", MilestoneState.TABLE, MilestoneState.values()),
            diagram("Flow", FlowState.TABLE, FlowState.values()),
            diagram("Stage", StageState.TABLE, StageState.values()),
            diagram("Step", StepState.TABLE, StepState.values()),
            diagram("Attempt of a call", AttemptState.TABLE, AttemptState.values()),
            diagram("Reply in the inbox", ReplyState.TABLE, ReplyState.values()),
            diagram("Circuit of a connector", CircuitState.TABLE, CircuitState.values()),
            diagram("Delivery to a webhook", DeliveryState.TABLE, DeliveryState.values()),
            diagram("Work item", WorkItemState.TABLE, WorkItemState.values()))
        .collect(Collectors.joining("\n"));
  }

  private static <S extends Enum<S>> String diagram(String title, StateTable<S> table, S[] states) {
    List<S> inOrder = Arrays.asList(states);
    String arrows =
        inOrder.stream()
            .flatMap(from -> inOrder.stream().filter(to -> table.permits(from, to)).map(to -> "  %s --> %s\n".formatted(from, to)))
            .collect(Collectors.joining());
    String ends =
        inOrder.stream().filter(table::isFinal).map("  %s --> [*]\n"::formatted).collect(Collectors.joining());
    return "## %s\n\n```mermaid\nstateDiagram-v2\n  [*] --> %s\n%s%s```\n".formatted(title, inOrder.get(0), arrows, ends);
  }
}
