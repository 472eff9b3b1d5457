package org.casebound.fulfillment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Scenario.End;
import org.casebound.fulfillment.simulation.SimulationReport.Asked;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.simulation.SimulationReport.Passed;
import org.casebound.fulfillment.simulation.SimulationReport.Told;
import org.casebound.fulfillment.simulation.SimulationReport.Work;
import org.junit.jupiter.api.Test;

/** Stories are played as the engine would run them, on a clock that jumps. */
class SimulatorTest {
  private static final String REVIEW =
      """
      flows:
        - name: Flow
          stages:
            - name: review
              steps:
                - name: look
                  interactive:
                    queue: desk
                    assignee: "'user:' + request.who"
                    notRequester: true
                    priority: "'HIGH'"
                    outcomes: [fine, { name: bad, reasonRequired: true }]
                    fields: [{ name: score, type: Integer, min: 0 }]
                    due: { within: PT2H, calendar: Office }
                - name: count
                  background:
                    - wait: { for: PT1H }
                    - assign: { total: request.amount }
              next:
                - { when: steps.look.outcome == 'fine', goTo: book }
                - { goTo: refusal }
            - name: book
              steps:
                - name: book_it
                  background:
                    - name: send
                      call: Book
                      input: { amount: vars.total, score: steps.look.data.score }
                      onFault:
                        - { closeCase: REJECTED, reason: fault.code }
                    - updateRequest: { reference: vars.id }
                    - updateCase: { subject: "'Booked'" }
                    - notify: MAIL
                      to: case.requester
                      subject: request.topic
                      text: "'Done'"
              next: end
            - name: refusal
              steps:
                - name: refuse
                  background: [{ closeCase: REJECTED, reason: steps.look.comment }]
      integrations:
        - name: Book
          connector: java:/eis/Core
          operation: POST /book
          mode: PROCESS
          inputs: [amount, score]
          request:
            - { to: /cents, value: input.amount * 100.0 }
            - { to: /lines/0/score, from: /score }
          outputs: { id: reply.id }
      """;

  private static SimulationReport review(String scenario) {
    return Stories.play(Stories.process(REVIEW + "scenarios:\n  - name: it\n" + scenario.indent(4)));
  }

  @Test
  void playsAnOrchestrationToItsEnd() {
    SimulationReport report =
        review(
            """
            at: 2026-01-05T15:00:00Z
            requester: anna
            request: { amount: 12.5, who: bob, topic: Fee }
            work: [{ step: look, outcome: fine, data: { score: 3 }, after: PT30M }]
            answers: [{ call: Book, accepted: true, after: PT2H, reply: { id: B-1 } }]
            """);
    assertThat(report.ending().end()).isEqualTo(End.FULFILLED);
    assertThat(report.missing()).isEmpty();
    assertThat(report.path())
        .filteredOn(each -> each.mark() != Mark.WAITS)
        .extracting(Passed::mark, Passed::name)
        .containsExactly(
            tuple(Mark.STAGE, "review"),
            tuple(Mark.BEGUN, "look"),
            tuple(Mark.BEGUN, "count"),
            tuple(Mark.COMPLETED, "look"),
            tuple(Mark.COMPLETED, "count"),
            tuple(Mark.STAGE, "book"),
            tuple(Mark.BEGUN, "book_it"),
            tuple(Mark.COMPLETED, "book_it"));
    assertThat(report.endedAt()).isEqualTo(Instant.parse("2026-01-05T18:00:00Z"));
    assertThat(report.request()).containsEntry("reference", "B-1").containsEntry("topic", "Booked");
    assertThat(report.caseFields()).containsEntry("subject", "Booked").containsEntry("status", "CLOSED");
    assertThat(report.told()).extracting(Told::to, Told::subject).containsExactly(tuple("anna", "Fee"));
  }

  @Test
  void offersWorkAsTheDefinitionSays() {
    SimulationReport report =
        review(
            """
            at: 2026-01-05T15:00:00Z
            request: { who: bob }
            work: [{ step: look, outcome: fine, data: { score: 3 }, after: P1D }]
            answers: [{ call: Book, reply: { id: B-1 } }]
            """);
    Work work = report.work().get(0);
    assertThat(work.user()).contains("bob");
    assertThat(work.queue()).isEqualTo("desk");
    assertThat(work.priority()).isEqualTo("HIGH");
    // Two working hours: one on Monday, one on Tuesday.
    assertThat(work.dueAt()).contains(Instant.parse("2026-01-06T09:00:00Z"));
    assertThat(work.by()).isEqualTo("bob");
    assertThat(work.late()).isTrue();
  }

  @Test
  void makesRequestsWithTheRealMappingAndSaysWhereTheyWouldGo() {
    SimulationReport report =
        review(
            """
            request: { amount: 12.5 }
            work: [{ step: look, data: { score: 3 } }]
            answers: [{ call: Book, reply: { id: B-1 } }]
            """);
    Asked call = report.calls().get(0);
    assertThat(call.to()).isEqualTo("java:/eis/Core POST /book");
    assertThat(call.request().get("cents")).hasToString("1250.0");
    assertThat(call.request().get("lines")).isEqualTo(List.of(Map.of("score", 3L)));
    assertThat(call.result()).isEqualTo("DONE");
  }

  @Test
  void takesTheFaultPathOfARefusalAndStopsAtAFailure() {
    String story =
        """
        request: { amount: 1 }
        work: [{ step: look, data: { score: 3 } }]
        answers: [{ call: Book, %s: TOO_LITTLE, message: Not for that. }]
        """;
    SimulationReport refused = review(story.formatted("refused"));
    assertThat(refused.ending()).isEqualTo(new SimulationReport.Ending(End.REJECTED, "", "TOO_LITTLE"));
    SimulationReport failed = review(story.formatted("failed"));
    assertThat(failed.ending().end()).isEqualTo(End.INCIDENT);
    assertThat(failed.ending().code()).isEqualTo("TOO_LITTLE");
    assertThat(failed.ending().reason()).contains("book_it", "Not for that.");
    assertThat(failed.caseFields()).containsEntry("status", "ESCALATED");
  }

  @Test
  void saysWhatIsMissingWhenAnAnswerIsNotTold() {
    SimulationReport report = review("work: [{ step: look, data: { score: 3 } }]\n");
    assertThat(report.ending().end()).isEqualTo(End.INCIDENT);
    assertThat(report.missing()).containsExactly("What 'Book' answers is not said: give its 'reply' under 'answers'.");
  }

  @Test
  void keepsDutiesApartAndSaysSo() {
    SimulationReport report = review("requester: anna\nwork: [{ step: look, by: anna }]\n");
    assertThat(report.ending().end()).isEqualTo(End.OPEN);
    assertThat(report.ending().reason()).contains("The step 'look' waits for a person.");
    assertThat(report.missing()).singleElement().asString().contains("'anna' may not work the step 'look'");
  }

  @Test
  void refusesWhatTheIntakeWouldRefuse() {
    SimulationReport report = review("request: { amount: much }\nexpect: { end: REFUSED }\n");
    assertThat(report.ending().end()).isEqualTo(End.REFUSED);
    assertThat(report.ending().code()).isEqualTo("ATTR-003");
    assertThat(report.path()).isEmpty();
  }

  @Test
  void aProcessWithoutAFlowWaitsInTheQueueOfItsRules() {
    String yaml =
        Stories.process("scenarios: [{ name: it, request: { amount: 50 } }]\n")
            .replace("  fulfillmentFlow: Flow\n", "  assignmentRules: [{ when: request.amount > 20, queue: other }]\n");
    SimulationReport report = Stories.play(yaml);
    assertThat(report.ending().end()).isEqualTo(End.OPEN);
    assertThat(report.ending().reason()).isEqualTo("The case is in the queue 'other' and waits for a person.");
  }

  @Test
  void waitsForEventsAndTimeOutsWithoutWaiting() {
    String flow =
        """
        flows:
          - name: Flow
            elements:
              - wait:
                  event: paid
                  into: payment
                  timeout: P3D
                  onTimeout: [{ closeCase: REJECTED, reason: "'Not paid'" }]
              - closeCase: FULFILLED
                reason: vars.payment.payer
        scenarios:
          - name: it
        """;
    SimulationReport late = Stories.play(Stories.process(flow));
    assertThat(late.ending()).isEqualTo(new SimulationReport.Ending(End.REJECTED, "", "Not paid"));
    assertThat(late.endedAt()).isEqualTo(Instant.parse("2026-01-08T09:00:00Z"));
    SimulationReport paid = Stories.play(Stories.process(flow + "    events: [{ event: paid, data: { payer: Anna }, after: P2D }]\n"));
    assertThat(paid.ending()).isEqualTo(new SimulationReport.Ending(End.FULFILLED, "", "Anna"));
    assertThat(paid.endedAt()).isEqualTo(Instant.parse("2026-01-07T09:00:00Z"));
  }

  @Test
  void anEventThatComesEarlyIsKept() {
    SimulationReport report =
        Stories.play(
            Stories.process(
                """
                flows:
                  - name: Flow
                    elements:
                      - wait: { for: PT2H }
                      - wait: { event: paid }
                      - closeCase: FULFILLED
                scenarios: [{ name: it, events: [{ event: paid, after: PT1H }] }]
                """));
    assertThat(report.ending().end()).isEqualTo(End.FULFILLED);
    assertThat(report.endedAt()).isEqualTo(Instant.parse("2026-01-05T11:00:00Z"));
  }

  @Test
  void aFlowThatOneOfItsChangesTriggersRuns() {
    SimulationReport report =
        Stories.play(
            Stories.process(
                """
                flows:
                  - name: Flow
                    elements:
                      - updateRequest: { reference: "'R-1'" }
                      - wait: { for: PT1H }
                      - closeCase: FULFILLED
                  - name: Tell
                    trigger: { record: ServiceCatalogRequest, when: updated, condition: "request.reference != ''" }
                    elements:
                      - notify: IN_APP
                        to: "'queue:desk'"
                        subject: request.reference
                        text: "'Look'"
                scenarios: [{ name: it }]
                """));
    assertThat(report.told()).extracting(Told::subject).containsExactly("R-1");
    assertThat(report.ending().end()).isEqualTo(End.FULFILLED);
  }

  @Test
  void actionsAndRecordsAnswerWhatTheStorySays() {
    SimulationReport report =
        Stories.play(
            Stories.process(
                """
                flows:
                  - name: Flow
                    elements:
                      - action: printer
                        input: { text: case.subject }
                        output: { letter: reply.id }
                      - getRecords: ledger
                        where: { id: "'7'" }
                        into: found
                      - createRecord: ledger
                        values: { letter: vars.letter }
                        into: made
                      - closeCase: FULFILLED
                        reason: "vars.found[0].name + ' ' + vars.made"
                scenarios:
                  - name: it
                    answers:
                      - { action: printer, reply: { id: L-1 } }
                      - { record: ledger, reply: [{ name: one }] }
                      - { record: ledger, reply: K-9 }
                """));
    assertThat(report.ending()).isEqualTo(new SimulationReport.Ending(End.FULFILLED, "", "one K-9"));
    assertThat(report.calls()).extracting(Asked::name).containsExactly("printer", "ledger", "ledger");
    assertThat(report.calls().get(2).request()).containsEntry("letter", "L-1");
  }

  @Test
  void aStoryThatGoesRoundAndRoundIsEnded() {
    SimulationReport report =
        Stories.play(
            Stories.process(
                """
                flows:
                  - name: Flow
                    stages:
                      - name: round
                        maxEntries: 1000
                        steps: [{ name: rest, background: [{ wait: { for: PT1H } }, { wait: { for: PT1H } }, { wait: { for: PT1H } }] }]
                        next:
                          - { when: request.amount > 1000, goTo: end }
                          - { goTo: round }
                scenarios: [{ name: it }]
                """));
    assertThat(report.ending().end()).isEqualTo(End.OPEN);
    assertThat(report.missing()).singleElement().asString().contains("it does not end");
  }

  @Test
  void aRefusalOfTheFlowRefusesTheRequest() {
    SimulationReport report =
        Stories.play(
            Stories.process(
                """
                flows:
                  - name: Flow
                    elements:
                      - decide:
                          - when: request.amount > 5
                            then: [{ error: TOO_MUCH, message: "'No'" }]
                scenarios: [{ name: it }]
                """));
    assertThat(report.ending()).isEqualTo(new SimulationReport.Ending(End.REFUSED, "TOO_MUCH", "No"));
  }

  @Test
  void theSameStoryAlwaysGoesTheSameWay() {
    String story = Stories.process(REVIEW + "scenarios: [{ name: it, work: [{ step: look, data: { score: 1 } }], answers: [{ call: Book, reply: { id: B-1 } }] }]\n");
    assertThat(Stories.play(story)).isEqualTo(Stories.play(story));
  }
}
