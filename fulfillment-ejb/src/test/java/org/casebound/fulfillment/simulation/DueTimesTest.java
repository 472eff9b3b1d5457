package org.casebound.fulfillment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.casebound.domain.definition.Scenario.End;
import org.casebound.domain.definition.Scenario.Watch;
import org.casebound.fulfillment.simulation.ScenarioResult.Missed;
import org.casebound.fulfillment.simulation.SimulationReport.Due;
import org.casebound.fulfillment.simulation.SimulationReport.Told;
import org.junit.jupiter.api.Test;

/** Reminders, escalations and promised times of a story come when their time has come, and not when nothing is left to do. */
class DueTimesTest {
  private static final String RULES =
      """
        milestones:
          - { name: answer, label: First answer, within: PT4H, warnBefore: PT1H, reachedWhen: request.reference != '', onViolation: { after: PT30M, priority: HIGH, tell: "'lead'" } }
          - { name: done, within: P2D, warnBefore: P1D }
        escalationRules:
          - { name: old, age: P3D, when: case.priority == 'HIGH', queue: other, tell: "'queue:other'" }
          - { name: never, age: P3D, when: case.priority == 'LOW', queue: other }
      """;

  /** Work that is offered on a Monday at nine and due in ten working hours: on Tuesday at eleven. */
  private static final String FLOW =
      """
      flows:
        - name: Flow
          stages:
            - name: work
              steps:
                - name: look
                  label: Look at it
                  interactive:
                    queue: desk
                    outcomes: [fine]
                    due: { within: PT10H, calendar: Office, reminders: PT3H, escalation: { after: PT1H, priority: HIGH, queue: other, tell: "'user:lead'" } }
                - name: answer
                  background: [{ wait: { for: PT2H } }, { updateRequest: { reference: "'R-1'" } }]
        - name: Alarm
          trigger: { record: Case, when: updated, condition: case.status == 'ESCALATED', becomesTrue: true }
          elements: [{ notify: IN_APP, to: "'user:alarm'", subject: "'Escalated'", text: case.priority }]
      scenarios:
        - name: it
      """;

  private static String process(String flow, String scenario) {
    return Stories.process(flow + scenario.indent(4)).replace("  attributes:\n", RULES + "  attributes:\n");
  }

  private static SimulationReport play(String scenario) {
    return Stories.play(process(FLOW, scenario));
  }

  @Test
  void workInTimeNeedsNoReminderAndKeepsWhatIsPromised() {
    SimulationReport report = play("work: [{ step: look, after: PT3H }]");
    assertThat(report.ending().end()).isEqualTo(End.FULFILLED);
    assertThat(report.due())
        .extracting(Due::at, Due::of, Due::name, Due::came)
        .containsExactly(
            tuple(Instant.parse("2026-01-05T12:00:00Z"), Watch.WARNING, "answer", false),
            tuple(Instant.parse("2026-01-05T13:00:00Z"), Watch.VIOLATION, "answer", false),
            tuple(Instant.parse("2026-01-05T16:00:00Z"), Watch.REMINDER, "look", false),
            tuple(Instant.parse("2026-01-06T09:00:00Z"), Watch.WARNING, "done", false),
            tuple(Instant.parse("2026-01-06T12:00:00Z"), Watch.ESCALATION, "look", false),
            tuple(Instant.parse("2026-01-07T09:00:00Z"), Watch.VIOLATION, "done", false),
            tuple(Instant.parse("2026-01-08T09:00:00Z"), Watch.ESCALATION, "old", false),
            tuple(Instant.parse("2026-01-08T09:00:00Z"), Watch.ESCALATION, "never", false));
    assertThat(report.due().get(1).detail()).isEqualTo("reached at 2026-01-05T11:00:00Z");
    assertThat(report.told()).isEmpty();
  }

  @Test
  void lateWorkIsRemindedOfAndEscalatesInWorkingTime() {
    SimulationReport report = play("work: [{ step: look, after: P1DT4H }]");
    assertThat(report.due())
        .filteredOn(due -> due.name().equals("look"))
        .extracting(Due::of, Due::came, Due::detail)
        .containsExactly(
            tuple(Watch.REMINDER, true, "for queue:desk"),
            tuple(Watch.ESCALATION, true, "priority HIGH, queue other, for user:lead"));
    assertThat(report.told())
        .filteredOn(told -> told.step().equals("look"))
        .extracting(Told::at, Told::to, Told::subject)
        .containsExactly(
            tuple(Instant.parse("2026-01-05T16:00:00Z"), "queue:desk", "'Look at it' of case C-00000001 is due in PT3H"),
            tuple(Instant.parse("2026-01-06T12:00:00Z"), "user:lead", "'Look at it' of case C-00000001 is late"));
  }

  @Test
  void aBrokenPromiseWarnsIsViolatedAndEscalatesTheCase() {
    SimulationReport report = Stories.play(process(FLOW.replace("for: PT2H", "for: PT6H"), "work: [{ step: look, after: P5D }]"));
    assertThat(report.due())
        .filteredOn(due -> due.name().equals("answer"))
        .extracting(Due::at, Due::of, Due::came)
        .containsExactly(
            tuple(Instant.parse("2026-01-05T12:00:00Z"), Watch.WARNING, true),
            tuple(Instant.parse("2026-01-05T13:00:00Z"), Watch.VIOLATION, true),
            tuple(Instant.parse("2026-01-05T13:30:00Z"), Watch.ESCALATION, true));
    assertThat(report.told()).extracting(Told::to, Told::text).contains(
        tuple("queue:desk", "'First answer' is due in 1 h."),
        tuple("user:lead", "'First answer' is late"),
        tuple("user:alarm", "HIGH"),
        tuple("queue:desk", "'Done' is due in 24 h."));
    // Late, but it had come: the rule about the age of the case asks what holds then.
    assertThat(report.due()).filteredOn(due -> due.name().equals("old")).singleElement().matches(Due::came)
        .extracting(Due::detail).asString().contains("open for 72 h (rule 'old')", "queue other", "for queue:other");
    assertThat(report.due()).filteredOn(due -> due.name().equals("never")).singleElement()
        .matches(due -> !due.came()).extracting(Due::detail).isEqualTo("Its condition does not hold.");
    assertThat(report.ending().end()).isEqualTo(End.FULFILLED);
  }

  @Test
  void aCaseThatNobodyWorksIsEscalatedAndSaysWhereItIs() {
    String byHand = process("scenarios:\n  - name: it\n", "request: { topic: It }").replace("  fulfillmentFlow: Flow\n", "");
    SimulationReport report = Stories.play(byHand);
    assertThat(report.ending().end()).isEqualTo(End.OPEN);
    assertThat(report.ending().reason()).isEqualTo("The case is in the queue 'other' and waits for a person.");
    assertThat(report.caseFields()).containsEntry("status", "ESCALATED").containsEntry("priority", "HIGH");
    assertThat(report.endedAt()).isEqualTo(Instant.parse("2026-01-08T09:00:00Z"));
  }

  @Test
  void aScenarioMayExpectWhatBecomesDue() {
    var bundle =
        Stories.read(
            process(
                FLOW,
                """
                work: [{ step: look, after: P2DT1H }]
                expect:
                  due:
                    - { reminder: look, at: 2026-01-05T17:00:00+01:00 }
                    - { escalation: look, at: 2026-01-06T13:00:00Z }
                    - { warning: answer }
                    - { violation: done }
                    - { escalation: done }
                  keeps: [answer, done]
                """));
    List<Missed> missed = Stories.SIMULATOR.check(bundle, bundle.scenarios().get(0)).missed();
    assertThat(missed)
        .extracting(Missed::pointer, Missed::message)
        .containsExactly(
            tuple("/expect/due/1", "The escalation of 'look' comes at 2026-01-06T12:00:00Z, not at 2026-01-06T13:00:00Z."),
            tuple("/expect/due/2", "The warning of 'answer' does not come."),
            tuple("/expect/keeps/1", "The milestone 'done' is violated."));
  }
}
