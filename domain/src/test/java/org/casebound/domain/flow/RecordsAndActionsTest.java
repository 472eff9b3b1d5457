package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.assign;
import static org.casebound.domain.flow.Definitions.call;
import static org.casebound.domain.flow.Definitions.guarded;
import static org.casebound.domain.flow.Definitions.straight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element;
import org.junit.jupiter.api.Test;

class RecordsAndActionsTest {
  private static final Element ACTION =
      new Element.CallAction("score", "scoring", Map.of("id", "request.cardId"), Map.of("points", "reply.result"));
  private static final Element FIND =
      new Element.GetRecords("proofs", "document", Map.of("kind", "'proof'"), 5, "found");

  @Test
  void anActionGivesItsVariablesWhatItsReplySays() {
    RunningFlow flow = RunningFlow.started(straight(ACTION));
    assertThat(flow.decisions(Decision.ActionPlaced.class))
        .singleElement()
        .isEqualTo(new Decision.ActionPlaced("straight", 0, "score", "scoring", Map.of("id", "4711")));
    flow.done("straight", "result", 9L);
    assertThat(flow.variables()).isEqualTo(Map.of("points", 9L));
  }

  @Test
  void anActionWhoseReplyLacksAValueTakesTheFaultPath() {
    RunningFlow flow = RunningFlow.started(straight(guarded(ACTION, assign("code", "fault.code"))));
    flow.done("straight", "other", 9L);
    assertThat(flow.variables()).isEqualTo(Map.of("code", "EXPR-001"));
  }

  @Test
  void recordsFoundAreAVariable() {
    RunningFlow flow = RunningFlow.started(straight(FIND));
    assertThat(flow.waits()).containsExactly("RECORDS straight document");
    flow.on(new FlowEvent.Answered("straight", List.of(Map.of("name", "a.pdf"))));
    assertThat(flow.variables()).isEqualTo(Map.of("found", List.of(Map.of("name", "a.pdf"))));
  }

  @Test
  void aCreatedRecordIsKnownByItsIdentity() {
    RunningFlow flow = RunningFlow.started(straight(new Element.CreateRecord("log", "visits", Map.of("a", "1"), Optional.of("visit"))));
    assertThat(flow.decisions(Decision.RecordWritten.class))
        .singleElement()
        .isEqualTo(new Decision.RecordWritten("straight", 0, "log", "visits", Optional.empty(), Map.of("a", 1L)));
    flow.on(new FlowEvent.Answered("straight", "V-1"));
    assertThat(flow.variables()).isEqualTo(Map.of("visit", "V-1"));
  }

  @Test
  void aRecordIsChangedByItsKey() {
    RunningFlow flow = RunningFlow.started(straight(new Element.UpdateRecord("mark", "visits", "request.cardId", Map.of("a", "2"))));
    assertThat(flow.decisions(Decision.RecordWritten.class)).extracting(Decision.RecordWritten::key).containsExactly(Optional.of("4711"));
    flow.on(new FlowEvent.Answered("straight", ""));
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void aStoreThatRefusesTakesTheFaultPath() {
    RunningFlow flow = RunningFlow.started(straight(guarded(FIND, assign("code", "fault.code"))));
    flow.refused("straight");
    assertThat(flow.variables()).isEqualTo(Map.of("code", "NO"));
  }

  @Test
  void anAnswerIsOnlyForWhoAsked() {
    RunningFlow asking = RunningFlow.started(straight(FIND));
    assertThatThrownBy(() -> asking.done("straight")).extracting("code").isEqualTo("FLOW-001");
    RunningFlow calling = RunningFlow.started(straight(call("c")));
    assertThatThrownBy(() -> calling.on(new FlowEvent.Answered("straight", 1L))).extracting("code").isEqualTo("FLOW-001");
    assertThatThrownBy(() -> calling.on(new FlowEvent.TimerFired("straight", "c"))).extracting("code").isEqualTo("FLOW-001");
  }

  @Test
  void aNoteIsToldAndTheFlowGoesOn() {
    RunningFlow flow =
        RunningFlow.started(straight(new Element.Notify("tell", Element.Notify.Channel.MAIL, "'a@b.example'", "case.subject", "'Hello'")));
    assertThat(RunningFlow.inShort(flow.decisions(Decision.class))).contains("Notified a@b.example Lost card Hello");
    assertThat(flow.state()).isEqualTo(FlowState.COMPLETED);
  }

  @Test
  void anIncidentIsPassedWhenAPersonResumesIt() {
    RunningFlow flow =
        RunningFlow.started(straight(guarded(new Element.RaiseIncident("ask", "LOOK", "case.subject"), assign("no", "1")), assign("end", "1")));
    assertThat(flow.decisions(Decision.StepFailed.class)).singleElement().satisfies(failed -> {
      assertThat(failed.code()).isEqualTo("LOOK");
      assertThat(failed.message()).isEqualTo("Lost card");
      assertThat(failed.refusing()).isFalse();
    });
    flow.retried("straight");
    assertThat(flow.variables()).isEqualTo(Map.of("end", 1L));
  }

  @Test
  void anOwnErrorTakesTheFaultPathOrRefuses() {
    Element own = new Element.CustomError("deny", "DENIED", "'not you'");
    RunningFlow caught = RunningFlow.started(straight(guarded(own, assign("why", "fault.message"))));
    assertThat(caught.variables()).isEqualTo(Map.of("why", "not you"));
    RunningFlow flow = RunningFlow.started(straight(own));
    assertThat(flow.decisions(Decision.StepFailed.class)).singleElement().satisfies(failed -> assertThat(failed.refusing()).isTrue());
  }
}
