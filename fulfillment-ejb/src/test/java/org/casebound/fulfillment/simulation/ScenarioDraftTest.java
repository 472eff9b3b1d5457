package org.casebound.fulfillment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.ScenarioDraft;
import org.junit.jupiter.api.Test;

/** A scenario that is not kept is read as if it stood in the bundle. */
class ScenarioDraftTest {
  private final ScenarioDraft draft = new ScenarioDraft(Stories.READER);
  private final ProcessBundle bundle = Stories.bundle("everything.yaml");

  @Test
  void roundAmountsStayNumbers() {
    ProcessBundle read = draft.read(bundle, Map.of("request", Map.of("amount", new BigDecimal("20000"))));
    assertThat(read.scenarios()).hasSize(1);
    assertThat(read.scenarios().get(0).name()).isEqualTo("sample");
    assertThat(read.scenarios().get(0).request()).containsEntry("amount", 20000L);
  }

  @Test
  void mistakesStandUnderTheScenario() {
    BundleRefused refused =
        catchThrowableOfType(BundleRefused.class, () -> draft.read(bundle, Map.of("request", Map.of("amount", 5), "work", List.of(Map.of("step", "nobody")))));
    assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/scenarios/0/work/0/step"));
  }
}
