package org.casebound.fulfillment.studio;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.definition.Scenario;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Checks scenarios: what they name must be there, and what they give must fit. */
final class ScenarioMeaning {
  private final BundleIndex index;
  private final SampleValidation samples;
  private final Problems problems;
  private final Map<String, Place> interactive = new TreeMap<>();
  private final Set<String> steps = new TreeSet<>();

  ScenarioMeaning(BundleIndex index, AttributeValidation validation, Problems problems) {
    this.index = index;
    this.samples = new SampleValidation(validation, index.queues().keySet().stream().map(name -> new QueueDefinition(name, name)).toList());
    this.problems = problems;
    for (Place step : index.steps()) {
      String name = step.text("name").orElse("");
      steps.add(name);
      if (step.has("interactive")) {
        interactive.putIfAbsent(name, step.at("interactive"));
      }
    }
    // A flow without stages is one step of its own name.
    index.flows().forEach((name, flow) -> Optional.of(name).filter(each -> !flow.has("stages") && !flow.flag("autolaunched")).ifPresent(steps::add));
  }

  void check(Place root) {
    List<Place> scenarios = root.items("scenarios");
    UniqueNames.check("scenario", scenarios, problems);
    Place process = root.at("process");
    Set<String> preprocessors = process.text("preprocessor").map(Set::of).orElse(Set.of());
    ExpectedDueMeaning due = new ExpectedDueMeaning(process, index.steps(), problems);
    for (Place scenario : scenarios) {
      time(scenario.at("at"));
      request(scenario, process.at("attributes"));
      scenario.items("work").forEach(this::work);
      scenario.items("answers").forEach(answer -> answer(answer, preprocessors));
      scenario.items("events").forEach(event -> DurationMeaning.notNegative(event.at("after"), problems));
      expectation(scenario.at("expect"));
      scenario.at("expect").items("due").forEach(each -> time(each.at("at")));
      due.check(scenario.at("expect"));
    }
  }

  private void time(Place at) {
    try {
      at.text().filter(text -> !problems.isIll(at)).ifPresent(OffsetDateTime::parse);
    } catch (DateTimeException e) {
      problems.at(at, "There is no such time.", "Write e.g. 2026-01-05T09:00:00Z.");
    }
  }

  /** A scenario of a refusal may give what does not fit. */
  private void request(Place scenario, Place attributes) {
    boolean refusal = scenario.at("expect").text("end").filter(Scenario.End.REFUSED.name()::equals).isPresent();
    Place request = scenario.at("request");
    if (refusal || problems.isIll(request)) {
      return;
    }
    Map<String, Object> values = new LinkedHashMap<>(JsonTree.map(request.node()));
    scenario.items("answers").stream()
        .filter(answer -> answer.has("preprocessor"))
        .findFirst()
        .ifPresent(answer -> values.putAll(JsonTree.map(answer.at("reply").node())));
    fits(scenario.has("request") ? request : scenario, request, values, attributes);
  }

  /** The values must be what the attributes, or the fields of a form, ask for. */
  private void fits(Place place, Place given, Map<String, Object> values, Place attributes) {
    if (!problems.isClean(attributes)) {
      return;
    }
    var definitions = attributes.items().stream().map(BundleMapper::attribute).toList();
    samples
        .check(place.pointer(), definitions, values)
        .problems()
        .forEach(problem -> problems.at(new Place(problem.pointer(), given.node()), problem.message(), ""));
  }

  private void work(Place work) {
    DurationMeaning.notNegative(work.at("after"), problems);
    Place name = work.at("step");
    if (name.text().filter(text -> steps.contains(text) && !interactive.containsKey(text)).isPresent()) {
      problems.at(name, "No person works the step '%s'.".formatted(name.text().get()), "Name an interactive step.");
      return;
    }
    References.check("step", name, interactive.keySet(), problems);
    Place step = name.text().map(interactive::get).orElse(null);
    if (step != null) {
      outcome(work, step);
      Place data = work.at("data");
      fits(work.has("data") ? data : work, data, JsonTree.map(data.node()), step.at("fields"));
    }
  }

  private void outcome(Place work, Place step) {
    Map<String, Place> outcomes = new LinkedHashMap<>();
    step.items("outcomes").forEach(outcome -> outcome.text().or(() -> outcome.text("name")).ifPresent(name -> outcomes.put(name, outcome)));
    References.check("outcome of this step", work.at("outcome"), outcomes.keySet(), problems);
    Place chosen = work.text("outcome").map(outcomes::get).orElse(null);
    if (chosen != null && chosen.flag("reasonRequired") && work.text("comment").filter(comment -> !comment.isBlank()).isEmpty()) {
      problems.at(work.at("outcome"), "This outcome needs a reason.", "Give it as 'comment'.");
    }
  }

  private void answer(Place answer, Set<String> preprocessors) {
    DurationMeaning.notNegative(answer.at("after"), problems);
    References.check("preprocessor of this process", answer.at("preprocessor"), preprocessors, problems);
    References.check("integration", answer.at("call"), index.integrations().keySet(), problems);
    List<String> results = Stream.of("reply", "refused", "failed").filter(answer::has).toList();
    if (results.size() > 1) {
      problems.at(answer, "This can not be several things at once: %s.".formatted(String.join(", ", results)), "Keep one of them.");
    }
    if (!answer.has("record") && answer.has("reply") && !answer.at("reply").node().isObject()) {
      problems.at(answer.at("reply"), "The reply of a call, an action or a preprocessor is a map.", "Only records answer with anything else.");
    }
    Place integration = answer.text("call").map(index.integrations()::get).orElse(null);
    if (integration != null && answer.flag("accepted") && integration.text("mode").filter("PROCESS"::equals).isEmpty()) {
      problems.at(answer.at("accepted"), "This integration is never acknowledged.", "Give it 'mode: PROCESS', or delete 'accepted'.");
    }
  }

  private void expectation(Place expect) {
    for (String key : List.of("passes", "skips")) {
      expect.itemsOrSelf(key).forEach(step -> References.check("step", step, steps, problems));
    }
    expect.items("calls").forEach(call -> References.check("integration", call.at("call"), index.integrations().keySet(), problems));
    expect.at("request").members().stream()
        .filter(member -> !index.attributes().containsKey(member.getKey()))
        .forEach(
            member ->
                problems.atKey(
                    member.getValue(),
                    "The request has no attribute '%s'.".formatted(member.getKey()),
                    Suggestion.of(member.getKey(), index.attributes().keySet())));
  }
}
