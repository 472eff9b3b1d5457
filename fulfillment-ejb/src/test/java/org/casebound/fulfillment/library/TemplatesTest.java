package org.casebound.fulfillment.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.simulation.ScenarioResult;
import org.casebound.fulfillment.simulation.Simulator;
import org.casebound.fulfillment.simulation.SuiteResult;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.BundleWarnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates are right as they are, and their scenarios go through all of them. */
class TemplatesTest {
  private static final BundleReader READER = new BundleReader();
  private static final Simulator SIMULATOR = Simulator.standAlone();

  static List<String> ids() {
    return Templates.IDS;
  }

  private static ProcessBundle bundle(String id) {
    return READER.read(id + ".yaml", Templates.text(id, "Some_Name"));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void eachPassesItsScenariosWhichGoThroughEverything(String id) {
    ProcessBundle bundle = bundle(id);
    assertThat(bundle.process().name()).isEqualTo("Some_Name");
    SuiteResult suite = SIMULATOR.checkAll(bundle);
    assertThat(suite.results()).hasSizeGreaterThan(1).allSatisfy(TemplatesTest::passed);
    assertThat(suite.coverage().steps().missed()).isEmpty();
    assertThat(suite.coverage().elements().missed()).isEmpty();
    assertThat(suite.coverage().ways().missed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void eachSaysWhatItsBackOfficesMayGet(String id) {
    assertThat(BundleWarnings.of(id, Templates.text(id, "Some_Name"), List.of())).filteredOn(warning -> warning.pointer().startsWith("/integrations")).isEmpty();
  }

  private static void passed(ScenarioResult result) {
    assertThat(result.missed()).as(result.name()).isEmpty();
    assertThat(result.report().missing()).as(result.name()).isEmpty();
  }

  @Test
  void fourAtLeastAreWorkedByTwoDepartmentsAtTheSameTime() {
    assertThat(Templates.IDS).filteredOn(id -> bundle(id).flows().stream().anyMatch(TemplatesTest::togetherWorked)).hasSizeGreaterThanOrEqualTo(4);
  }

  private static boolean togetherWorked(Object flow) {
    return flow instanceof Orchestration staged && staged.stages().stream().anyMatch(stage -> departments(stage).size() > 1);
  }

  /** Queues whose work in the stage begins with it. */
  private static Set<String> departments(StageDefinition stage) {
    return stage.steps().stream()
        .filter(step -> step.after().isEmpty() && step.work() instanceof StepDefinition.Interactive)
        .map(step -> ((StepDefinition.Interactive) step.work()).queue())
        .collect(Collectors.toSet());
  }

  @Test
  void theListSaysWhoWorksThem() {
    List<TemplateLine> lines = new Templates(READER).all();
    assertThat(lines).hasSize(10).extracting(TemplateLine::label).isSorted().doesNotHaveDuplicates();
    assertThat(lines).filteredOn(line -> line.id().equals("block-card")).first().extracting(TemplateLine::departments).isEqualTo(List.of());
    assertThat(lines).filteredOn(line -> line.id().equals("complaint")).first().extracting(TemplateLine::departments).isEqualTo(List.of("Front office", "Back office"));
  }

  @Test
  void anotherNameIsNoTemplate() {
    assertThatThrownBy(() -> Templates.text("../starter", "X")).isInstanceOf(UnknownRecord.class);
  }
}
