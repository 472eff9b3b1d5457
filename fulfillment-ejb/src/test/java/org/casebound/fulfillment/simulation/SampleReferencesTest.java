package org.casebound.fulfillment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario.End;
import org.casebound.fulfillment.simulation.SimulationReport.Ending;
import org.casebound.fulfillment.studio.BundleRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story that names a case, a queue or files is looked at as a request is, as far as that goes without any. */
class SampleReferencesTest {
  private static final String REFERENCES =
      """
      bundle: casebound/1
      process:
        name: Story
        version: 1
        label: A story
        queue: desk
        fulfillmentFlow: Flow
        preprocessor: choose
        attributes:
          - { name: earlier, label: Earlier case, type: Lookup }
          - { name: team, label: Team, type: Queue }
          - { name: receipt, label: Receipt, type: Attachment }
          - { name: photos, label: Photos, type: ListOfAttachment, max: 2 }
        documents: [{ name: receipt, mediaTypes: [application/pdf] }, { name: photos, mediaTypes: [image/png] }]
      queues: [{ name: desk, label: The desk }, { name: other }]
      flows:
        - name: Flow
          stages:
            - name: only
              steps:
                - name: look
                  interactive:
                    queue: desk
                    outcomes: [fine]
                    fields: [{ name: twin, label: Twin, type: Lookup }, { name: payer, label: Payer, type: Queue }]
      scenarios:
        - name: it
      """;

  private static ProcessBundle story(String scenario) {
    return Stories.read(REFERENCES + scenario.indent(4));
  }

  private static String refused(String scenario) {
    return catchThrowableOfType(BundleRefused.class, () -> story(scenario)).getMessage();
  }

  @Test
  void whatFitsIsPlayed() {
    ProcessBundle bundle =
        story(
            """
            request: { earlier: C-00000051, team: other, receipt: bill.pdf, photos: [a.png, b.png] }
            work: [{ step: look, data: { twin: C-00000052, payer: desk } }]
            """);
    SimulationReport report = Stories.play(bundle);
    assertThat(report.ending().end()).isEqualTo(End.FULFILLED);
    assertThat(report.request()).containsEntry("team", "other").containsEntry("photos", List.of("a.png", "b.png"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ earlier: yesterday }     | earlier  | Earlier case must be the number of a case, e.g. \"C-00000051\"; 'yesterday' is none.",
        "{ earlier: C-51 }          | earlier  | Earlier case must be the number of a case, e.g. \"C-00000051\"; 'C-51' is none.",
        "{ team: nowhere }          | team     | Team must be one of desk, other.",
        "{ receipt: ' ' }           | receipt  | Receipt must name files, each once, with 1 to 255 visible characters; ' ' does not fit.",
        "{ photos: [a.png, a.png] } | photos/1 | Photos must name files, each once, with 1 to 255 visible characters; 'a.png' does not fit."
      })
  void whatDoesNotFitHasItsPlaceInTheBundle(String request, String place, String sentence) {
    BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> story("request: " + request));
    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo("/scenarios/0/request/" + place);
              assertThat(problem.line()).isEqualTo(28);
              assertThat(problem.column()).isGreaterThan(14);
              assertThat(problem.message()).isEqualTo(sentence);
            });
  }

  @Test
  void formsOfWorkAndWhatAPreprocessorChangesAreLookedAtToo() {
    assertThat(refused("work: [{ step: look, data: { twin: x, payer: nowhere } }]"))
        .contains("Twin must be the number of a case", "Payer must be one of desk, other.");
    assertThat(refused("answers: [{ preprocessor: choose, reply: { team: nowhere } }]")).contains("Team must be one of desk, other.");
  }

  @Test
  void aRequestThatIntakeWouldRefuseIsRefused() {
    ProcessBundle bundle = story("request: { earlier: yesterday }\nexpect: { end: REFUSED }");
    Ending ending = Stories.play(bundle).ending();
    assertThat(ending.end()).isEqualTo(End.REFUSED);
    assertThat(ending.code()).isEqualTo("ATTR-010");
    assertThat(Stories.SIMULATOR.check(bundle, bundle.scenarios().get(0)).missed()).isEmpty();
  }

  @Test
  void theSampleFormOffersTheQueuesOfTheBundle() {
    Map<String, List<AttributeDefinition.Option>> options =
        SampleForm.of(story("request: {}")).attributes().stream()
            .collect(Collectors.toMap(AttributeDefinition::name, AttributeDefinition::options));
    assertThat(options.get("team")).extracting(AttributeDefinition.Option::value, AttributeDefinition.Option::label)
        .containsExactly(tuple("desk", "The desk"), tuple("other", "Other"));
    assertThat(options.get("receipt")).isEmpty();
  }
}
