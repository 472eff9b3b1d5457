package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StageDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BundleReaderTest {
  private static final BundleReader READER = new BundleReader();

  @Test
  void readsTheAddressUpdate() {
    ProcessBundle bundle = READER.read("a.yaml", DemoBundles.text(DemoBundles.ADDRESS_UPDATE));
    assertThat(bundle.process().name()).isEqualTo("Address_Update");
    assertThat(bundle.process().documents()).singleElement().satisfies(d -> assertThat(d.required()).isTrue());
    var flow = (FulfillmentFlowDefinition.Orchestration) bundle.flow("Address_Update_Flow").orElseThrow();
    assertThat(flow.stages()).extracting(StageDefinition::name).containsExactly("verification", "core_banking", "rejection");
    assertThat(flow.stages().get(0).next()).hasSize(2);
    assertThat(flow.stages().get(1).next()).singleElement().satisfies(b -> assertThat(b.stage()).isEmpty());
    assertThat(flow.step("verify_proof")).isPresent();
  }

  @Test
  void namesElementsThatHaveNoName() {
    ProcessBundle bundle =
        READER.read(
            "a.yaml",
            """
            bundle: casebound/1
            process: { name: P, version: 1, label: P, queue: q, fulfillmentFlow: F }
            queues: [ { name: q } ]
            flows:
              - name: F
                elements:
                  - assign: { a: 1 }
                  - name: assign2
                    assign: { b: vars.a }
                  - decide: [ { when: vars.a > 0, then: [ { assign: { c: 'true' } } ] } ]
                  - closeCase: FULFILLED
            """);
    var flow = (FulfillmentFlowDefinition.RecordTriggered) bundle.flows().get(0);
    assertThat(flow.elements()).extracting(Element::name).containsExactly("assign1", "assign2", "decide1", "closeCase1");
    var inner = ((Element.Decide) flow.elements().get(2)).rules().get(0).then().get(0);
    assertThat(inner).isEqualTo(new Element.Assign("assign3", "c", "true"));
    assertThat(flow.label()).isEqualTo("F");
  }

  /** What is exchanged in the address update, and what must then be said, with its place in the line that was changed. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        broken("label: Verification", "labell: Verification", 9, "The key 'labell' is not known here. Did you mean 'label'?"),
        broken("version: 3", "version: one", 12, "This must be a whole number, not a text."),
        broken("version: 3", "version:", 11, "A value is missing: this must be a whole number."),
        broken("label: Verification", "label: 2024", 16, "This must be a text, not a number. Put it in quotes: '2024'."),
        broken("usageType: FinancialServices", "usageType: Financial", 14, "'Financial' is not one of the permitted values."),
        broken("name: verification", "name: veri__fication", 15, "'veri__fication' has the wrong form. API name"),
        broken("fulfillmentFlow: Address_Update_Flow", "fulfillmentFlow: Adress_Update_Flow", 20, "There is no flow 'Adress_Update_Flow'. Did you mean 'Address_Update_Flow'?"),
        broken("queue: back_office\n              notRequester", "queue: backoffice\n              notRequester", 22, "There is no queue 'backoffice'. Did you mean 'back_office'?"),
        broken("goTo: core_banking", "goTo: corebanking", 19, "There is no stage 'corebanking'. Did you mean 'core_banking'?"),
        broken("- goTo: rejection", "- goTo: core_banking", -1, "Stage 'rejection' is never reached."),
        broken("- goTo: rejection", "- when: case.id > 1\n            goTo: rejection", 13, "It is not said what follows when no branch holds."),
        broken("call: Update_Address", "call: UpdateAddress", 23, "There is no integration 'UpdateAddress'. Did you mean 'Update_Address'?"),
        broken("street: request.newStreet", "strasse: request.newStreet", 19, "The integration has no input 'strasse'."),
        broken("                  street: request.newStreet\n", "", -1, "The call leaves out: street."),
        broken("street: request.newStreet", "street: request.newStret", 35, "'newStret' is not known here. Did you mean 'newStreet'?"),
        broken("street: request.newStreet", "street: \"request.newStret\"", 36, "'newStret' is not known here."),
        broken("street: request.newStreet", "street: requst.newStreet", 27, "'requst' is not known here. Did you mean 'request'?"),
        broken("bankReference: vars.bankReference", "bankReference: 42", 34, "The expression gives a whole number, but a text is needed here."),
        broken("bankReference: vars.bankReference", "bankRef: vars.bankReference", 19, "The request has no attribute 'bankRef'."),
        broken("outcome == 'approved'", "outcome == 'aproved'", 49, "steps.verify_proof.outcome is never 'aproved'. Did you mean 'approved'?"),
        broken("steps.verify_proof.outcome == 'approved'", "steps.verify_proof.outcome", 19, "The expression gives a text, but true or false is needed here."),
        broken("reason: steps.verify_proof.comment", "reason: The proof is no good", 29, "The expression is not CEL"),
        broken("/customers/{customerId}", "/customers/{customer}", 31, "'customer' is not an input of this integration."),
        broken("timeout: PT5S", "timeout: 5 seconds", 14, "'5 seconds' has the wrong form. How long one try may take."),
        broken("timeout: PT5S", "timeout: PT0S", 14, "This must be longer than nothing"),
        broken("pattern: '[A-Za-z0-9-]{1,20}'", "pattern: '(a)\\1'", 16, "This is no regular expression of RE2"),
        broken("maxBytes: 5242880", "maxBytes: -1", 17, "-1 is less than 1."),
        broken("mediaTypes: [application/pdf,", "mediaTypes: [pdf,", 20, "'pdf' has the wrong form."),
        broken("name: newCity", "name: newStreet", 13, "The attribute 'newStreet' is here twice."),
        broken("type: MultilineText", "type: Picklist", -1, "A Picklist needs options."),
        broken("type: MultilineText", "type: Text\n      default: \"a\\nb\"", 16, "The default does not fit"),
        broken("type: MultilineText", "type: Text\n      binding: case.subjekt", 16, "'case.subjekt' is not one of the permitted values."),
        broken("closeCase: FULFILLED", "closeCase: FULFILED", 28, "'FULFILED' is not one of the permitted values. Did you mean 'FULFILLED'?"),
        broken("closeCase: FULFILLED", "closeCase: FULFILLED\n              - assign: { a: 1 }", 17, "Nothing runs after closeCase."),
        broken("closeCase: FULFILLED", "close: FULFILLED", 17, "The key 'close' is not known here. Did you mean 'closeCase'?"),
        broken("name: update_core_banking", "name: verify_proof", 19, "The step 'verify_proof' is here twice."),
        broken("bundle: casebound/1", "bundle: casebound/9", 9, "This must be 'casebound/1'."),
        broken("- goTo: rejection", "- when: case.priority == 'URGENT'\n            goTo: rejection\n          - goTo: rejection", 36, "case.priority is never 'URGENT'."),
        broken("- name: close_fulfilled\n                closeCase: FULFILLED", "- updateCase: { priority: \"'URGENT'\" }", -1, "'URGENT' is no priority. Known: CRITICAL, HIGH, LOW, MEDIUM."),
        broken("unknownOutcome: VERIFY", "unknownOutcome: VERIFY\n    timeout: PT1S", 5, "The key 'timeout' is here twice."),
        broken("unknownOutcome: VERIFY", "unknownOutcome: *anchor", 21, "Anchors and aliases are not allowed."),
        broken("unknownOutcome: VERIFY", "unknownOutcome: !!str VERIFY", 21, "The tag tag:yaml.org,2002:str is not allowed."),
        broken("unknownOutcome: VERIFY", "unknownOutcome: 'VERIFY", -1, "This is not YAML"),
        broken("unknownOutcome: VERIFY", "\tunknownOutcome: VERIFY", -1, "This is not YAML"));
  }

  private static Arguments broken(String old, String changed, int column, String said) {
    return Arguments.of(old, changed, column, said);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesEachMistakeWithItsPlace(String old, String changed, int column, String said) {
    String valid = DemoBundles.text(DemoBundles.ADDRESS_UPDATE);
    assertThat(valid).contains(old);
    String text = valid.replaceFirst(java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(changed));
    List<BundleProblem> problems = refused(text);
    assertThat(problems).anySatisfy(p -> assertThat(p.toString()).contains(said));
    if (column > 0) {
      assertThat(problems)
          .anySatisfy(
              p -> {
                assertThat(p.toString()).contains(said);
                assertThat(p.column()).isEqualTo(column);
                assertThat(text.lines().skip(p.line() - 1L).findFirst().orElse(""))
                    .containsAnyOf(changed.lines().toArray(String[]::new));
              });
    }
  }

  @Test
  void namesAllMistakesAtOnceInTheOrderOfTheFile() {
    String text =
        DemoBundles.text(DemoBundles.ADDRESS_UPDATE)
            .replace("version: 1", "version: x")
            .replace("goTo: core_banking", "goTo: nowhere")
            .replace("request.newCity", "request.newTown");
    List<BundleProblem> problems = refused(text);
    assertThat(problems).hasSizeGreaterThanOrEqualTo(3);
    assertThat(problems).extracting(BundleProblem::line).isSorted();
    assertThat(problems).extracting(BundleProblem::file).containsOnly("broken.yaml");
  }

  @Test
  void findsTheCircleOfAfter() {
    assertThat(
            refused(
                """
                bundle: casebound/1
                process: { name: P, version: 1, label: P, queue: q }
                queues: [ { name: q } ]
                flows:
                  - name: F
                    stages:
                      - name: s
                        steps:
                          - { name: a, after: b, background: [ { closeCase: CANCELED } ] }
                          - { name: b, after: [a], background: [ { closeCase: CANCELED } ] }
                """))
        .extracting(BundleProblem::message)
        .containsOnly("This step can never start: it waits, at last, for itself.");
  }

  @Test
  void findsAFlowThatNeverEnds() {
    assertThat(
            refused(
                """
                bundle: casebound/1
                process: { name: P, version: 1, label: P, queue: q }
                queues: [ { name: q } ]
                flows:
                  - name: F
                    stages:
                      - { name: s, steps: [ { name: a, background: [ { assign: { x: 1 } } ] } ] }
                      - { name: t, steps: [ { name: b, background: [ { assign: { x: 1 } } ] } ], next: s }
                """))
        .extracting(BundleProblem::message)
        .containsExactly("From stage 's' the flow can never end.", "From stage 't' the flow can never end.");
  }

  @Test
  void saysWhatAnElementLacks() {
    String head =
        """
        bundle: casebound/1
        process: { name: P, version: 1, label: P, queue: q }
        queues: [ { name: q } ]
        """;
    assertThat(refused(head + "flows: [ { name: F, elements: [ { name: e } ] } ]"))
        .extracting(BundleProblem::message)
        .contains("It is not said what this is.");
    assertThat(refused(head + "flows: [ { name: F, elements: [ { closeCase: CANCELED, assign: {a: 1} } ] } ]"))
        .extracting(BundleProblem::message)
        .contains("This can not be several things at once: assign, closeCase.");
    assertThat(refused(head + "flows: [ { name: F } ]"))
        .extracting(BundleProblem::mend)
        .contains("Give exactly one of: elements, stages.");
    assertThat(refused(head + "flows: [ { name: F, elements: [ { closeCase: CANCELED, reason: fault.message } ] } ]"))
        .extracting(BundleProblem::message)
        .contains("'fault' is not known here.");
  }

  @Test
  void placesAMistakeInsideALiteralBlock() {
    List<BundleProblem> problems =
        refused(
            """
            bundle: casebound/1
            process: { name: P, version: 1, label: P, queue: q, fulfillmentFlow: F }
            queues: [ { name: q } ]
            flows:
              - name: F
                trigger:
                  condition: |
                    case.id > 1 &&
                      case.nummer == ''
                elements: [ { closeCase: CANCELED } ]
            """);
    assertThat(problems).singleElement().hasToString("broken.yaml:9:16: 'nummer' is not known here. Did you mean 'number'?");
  }

  @Test
  void refusesTextsThatAreNoBundle() {
    for (String text :
        List.of("", "   \n", "# nothing", "1", "[]", "a: b: c", "{", "\u0000", "\uFFFE", "--- a\n--- b", "%YAML 9.9\n---\na: 1",
            "[".repeat(50_000), "{a: ".repeat(50_000), "- ".repeat(50_000), "a".repeat(2_000_000), "? [a]\n: b", "x: \"\\ud800\"",
            "a".repeat(1023) + "\uD800", "\uDC00", "a: \uD83D\uDE00\uD83D", "&a [*a]", "a: 1e999999999\nb: 99999999999999999999999999999999999999999999", "bundle: casebound/1\nprocess: " + "9".repeat(900_000))) {
      assertThat(refused(text))
          .isNotEmpty()
          .allSatisfy(
              p -> {
                assertThat(p.line()).isPositive();
                assertThat(p.column()).isPositive();
                assertThat(p.message()).isNotBlank();
              });
    }
  }

  @Test
  void namesThePlaceOfABrokenByte() {
    byte[] bytes = "a: b\nc: \u00e4x".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> BundleText.decode("a.yaml", bytes));
    assertThat(refused.problems()).singleElement().hasToString("a.yaml:2:4: This byte is not UTF-8. Save the file as UTF-8.");
    assertThat(BundleText.decode("a.yaml", "\u00e4\uD83D\uDE00".getBytes(java.nio.charset.StandardCharsets.UTF_8))).isEqualTo("\u00e4\uD83D\uDE00");
  }

  @Test
  void takesCharacterPairsAtAnyPlace() {
    for (int length = 1000; length < 1050; length++) {
      String text =
          """
          # %s\uD83D\uDE00
          bundle: casebound/1
          process: { name: P, version: 1, label: "\uD83D\uDE00", queue: q }
          queues: [ { name: q } ]
          """
              .formatted("x".repeat(length));
      assertThat(READER.read("a.yaml", text).process().label()).isEqualTo("\uD83D\uDE00");
    }
  }

  private static List<BundleProblem> refused(String text) {
    BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> READER.read("broken.yaml", text));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems();
  }
}
