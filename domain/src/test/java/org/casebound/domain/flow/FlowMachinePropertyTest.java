package org.casebound.domain.flow;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever the definition and whatever the order of events, the rules of {@link RandomWorld} hold. */
class FlowMachinePropertyTest {
  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void everyFlowEndsOrWaitsForSomethingThatCanBeNamed(
      @ForAll @Size(max = 120) List<@IntRange(max = 119) Integer> design,
      @ForAll @Size(max = 60) List<@IntRange(max = 119) Integer> answers) {
    RandomWorld world =
        new RandomWorld(new RandomDefinitions(new Choices(design)).orchestration(), new Choices(answers));
    world.run(40);
    world.requireSameDecisionsAgain();
    Statistics.collect(world.ended() ? "ended" : "waits");
  }
}
