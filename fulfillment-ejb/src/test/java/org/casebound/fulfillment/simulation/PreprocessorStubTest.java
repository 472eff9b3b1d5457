package org.casebound.fulfillment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.casebound.domain.definition.Scenario.End;
import org.casebound.domain.definition.Scenario.Target;
import org.casebound.fulfillment.simulation.SimulationReport.Asked;
import org.casebound.fulfillment.simulation.SimulationReport.Ending;
import org.casebound.fulfillment.studio.BundleRefused;
import org.junit.jupiter.api.Test;

/** The preprocessor is not asked in a story: it says what the story says, and is listed. */
class PreprocessorStubTest {
  private static String process(String scenario) {
    return Stories.process(
            """
            flows:
              - name: Flow
                elements: [{ closeCase: FULFILLED, reason: request.who }]
            scenarios:
              - name: it
                request: { amount: 5 }
            """
                + scenario.indent(4))
        .replace("  fulfillmentFlow", "  preprocessor: doubleCheck\n  fulfillmentFlow")
        .replace("name: who, type: Text", "name: who, type: Text, required: true");
  }

  @Test
  void aRequestThatItWouldBeAskedAboutGoesOnAsItIs() {
    SimulationReport report = Stories.play(process("").replace("{ amount: 5 }", "{ amount: 5, who: anna }"));
    assertThat(report.ending()).isEqualTo(new Ending(End.FULFILLED, "", "anna"));
    Asked asked = report.calls().get(0);
    assertThat(asked.of()).isEqualTo(Target.PREPROCESSOR);
    assertThat(asked.name()).isEqualTo("doubleCheck");
    assertThat(asked.result()).isEqualTo("OPEN");
    assertThat(asked.detail()).isEqualTo("It is not asked here; the request goes on as it is.");
    assertThat(asked.request()).containsEntry("who", "anna").containsKey("amount");
  }

  @Test
  void whatItChangesIsCheckedAndGoesOn() {
    SimulationReport report = Stories.play(process("answers: [{ preprocessor: doubleCheck, reply: { who: bob } }]"));
    assertThat(report.ending()).isEqualTo(new Ending(End.FULFILLED, "", "bob"));
    assertThat(report.calls().get(0).result()).isEqualTo("DONE");
    assertThatThrownBy(() -> Stories.read(process("answers: [{ preprocessor: doubleCheck, reply: { amount: much } }]")))
        .isInstanceOf(BundleRefused.class)
        .hasMessageContaining("Amount");
  }

  @Test
  void whatItRefusesIsNotFiled() {
    SimulationReport report =
        Stories.play(process("answers: [{ preprocessor: doubleCheck, refused: TWICE, message: It runs already. }]\nexpect: { end: REFUSED }"));
    assertThat(report.ending()).isEqualTo(new Ending(End.REFUSED, "TWICE", "It runs already."));
    assertThat(report.calls().get(0).result()).isEqualTo("REFUSED");
    assertThat(report.path()).isEmpty();
  }

  @Test
  void onlyThatOfTheProcessAnswers() {
    assertThatThrownBy(() -> Stories.read(process("answers: [{ preprocessor: doubelCheck }]\nexpect: { end: REFUSED }")))
        .isInstanceOf(BundleRefused.class)
        .hasMessageContaining("There is no preprocessor of this process 'doubelCheck'. Did you mean 'doubleCheck'?");
  }
}
