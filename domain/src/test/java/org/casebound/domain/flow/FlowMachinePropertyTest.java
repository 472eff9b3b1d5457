package org.casebound.domain.flow;

import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;

/** Whatever the definition and whatever the order of events, the rules of {@link RandomWorld} hold. */
class FlowMachinePropertyTest {
  @Property(tries = 1200, edgeCases = EdgeCasesMode.NONE)
  void everyFlowEndsOrWaitsForSomethingThatCanBeNamed(
      @ForAll @Size(min = 60, max = 240) List<@IntRange(max = 839) Integer> design,
      @ForAll @Size(min = 20, max = 160) List<@IntRange(max = 839) Integer> answers) {
    RandomDefinitions random = new RandomDefinitions(new Choices(design));
    Map<String, Autolaunched> flows = Definitions.byName(random.flows().toArray(Autolaunched[]::new));
    Choices choices = new Choices(answers);
    RandomWorld world =
        new RandomWorld(new FlowMachine(random.orchestration(), flows, new TinyExpressions()), choices);
    world.run(60);
    world.requireSameAgain();
    world.requireUnchangedByMigrationToTheSame();
    Statistics.collect(world.end());
    world
        .undoing()
        .ifPresent(
            undo -> {
              undo.run(30);
              undo.requireSameAgain();
              Statistics.label("undo").collect(undo.end());
            });
  }
}
