package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.definition.Scenario.Watch;

/** Checks what scenarios expect to become due: the process must have it. */
final class ExpectedDueMeaning {
  private final Map<Watch, Set<String>> known = new TreeMap<>();
  private final Problems problems;

  ExpectedDueMeaning(Place process, List<Place> steps, Problems problems) {
    this.problems = problems;
    List<Place> milestones = process.items("milestones");
    List<Place> work = steps.stream().filter(step -> step.at("interactive").has("due")).toList();
    known.put(Watch.REMINDER, names(work.stream().filter(step -> step.at("interactive").at("due").has("reminders"))));
    known.put(
        Watch.ESCALATION,
        names(
            Stream.of(
                    work.stream().filter(step -> step.at("interactive").at("due").has("escalation")),
                    process.items("escalationRules").stream(),
                    milestones.stream())
                .flatMap(each -> each)));
    known.put(Watch.WARNING, names(milestones.stream().filter(milestone -> milestone.has("warnBefore"))));
    known.put(Watch.VIOLATION, names(milestones.stream()));
  }

  private static Set<String> names(Stream<Place> places) {
    return places.flatMap(place -> place.text("name").stream()).collect(Collectors.toSet());
  }

  void check(Place expect) {
    for (Place due : expect.items("due")) {
      ScenarioMapper.watch(due).ifPresent(watch -> References.check(watch.yamlName(), due.at(watch.yamlName()), known(watch), problems));
    }
    expect.itemsOrSelf("keeps").forEach(milestone -> References.check("milestone", milestone, known(Watch.VIOLATION), problems));
  }

  private Set<String> known(Watch watch) {
    return known.getOrDefault(watch, Set.of());
  }
}
