package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewestRunsTest {
  private static final Stage FIRST = new Stage(1, 10, "draft", 1, Flows.BEGUN);
  private static final Stage CHECK = new Stage(2, 10, "check", 2, Flows.BEGUN);
  private static final Stage AGAIN = new Stage(3, 10, "draft", 3, Flows.BEGUN);

  @Test
  void ofAStageThatWasEnteredAgainOnlyTheLastEntryCounts() {
    assertThat(NewestRuns.of(List.of(AGAIN, FIRST, CHECK), List.of()).stages())
        .containsEntry("draft", AGAIN)
        .containsEntry("check", CHECK);
  }

  @Test
  void aStepThatTheLastEntryHasNotBegunIsNotBegun() {
    Step written = step("draft", 1, "write");
    Step reviewed = step("draft", 1, "review");
    Step writtenAgain = step("draft", 3, "write");
    Step checked = step("check", 2, "decide");
    NewestRuns runs =
        NewestRuns.of(List.of(FIRST, CHECK, AGAIN), List.of(writtenAgain, written, reviewed, checked));
    assertThat(runs.steps())
        .containsOnlyKeys("write", "decide")
        .containsEntry("write", writtenAgain)
        .containsEntry("decide", checked);
  }

  @Test
  void aStraightThroughFlowHasAStepWithoutAStage() {
    Step only = step("flow", 1, "flow");
    assertThat(NewestRuns.of(List.of(), List.of(only)).steps()).containsEntry("flow", only);
  }

  private static Step step(String stage, int entry, String name) {
    return new Step(entry, 10, stage, entry, name, Flows.BEGUN);
  }
}
