package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.Scenario;

/** Makes scenarios of a checked tree. */
final class ScenarioMapper {
  private ScenarioMapper() {}

  static Scenario scenario(Place place) {
    return new Scenario(
        BundleMapper.name(place),
        BundleMapper.label(place),
        at(place).orElse(Scenario.DEFAULT_AT),
        place.text("requester").orElse(Scenario.DEFAULT_REQUESTER),
        JsonTree.map(place.at("request").node()),
        place.items("work").stream().map(ScenarioMapper::decided).toList(),
        place.items("answers").stream().map(ScenarioMapper::answer).toList(),
        place.items("events").stream().map(ScenarioMapper::event).toList(),
        place.has("expect") ? expectation(place.at("expect")) : Scenario.Expectation.NONE);
  }

  private static Scenario.Decided decided(Place place) {
    return new Scenario.Decided(
        place.text("step").orElseThrow(),
        place.text("outcome"),
        place.text("by"),
        place.text("comment").orElse(""),
        JsonTree.map(place.at("data").node()),
        after(place));
  }

  private static Scenario.Answer answer(Place place) {
    Scenario.Target target = target(place).orElseThrow();
    return new Scenario.Answer(target, place.text(target.yamlName()).orElseThrow(), result(place), after(place), place.flag("accepted"));
  }

  /** What the answer belongs to; empty when it is not said. */
  static Optional<Scenario.Target> target(Place answer) {
    return Stream.of(Scenario.Target.values()).filter(target -> answer.has(target.yamlName())).findFirst();
  }

  private static Scenario.Result result(Place place) {
    String message = place.text("message").orElse("");
    Optional<Scenario.Result> refused = place.text("refused").map(code -> new Scenario.Result.Refused(code, message));
    Optional<Scenario.Result> failed = place.text("failed").map(code -> new Scenario.Result.Failed(code, message));
    return refused
        .or(() -> failed)
        .orElseGet(() -> new Scenario.Result.Done(JsonTree.value(place.at("reply").node()).orElseGet(Map::of)));
  }

  private static Scenario.Event event(Place place) {
    return new Scenario.Event(place.text("event").orElseThrow(), JsonTree.map(place.at("data").node()), after(place));
  }

  private static Duration after(Place place) {
    return Durations.at(place, "after").orElse(Duration.ZERO);
  }

  private static Scenario.Expectation expectation(Place place) {
    return new Scenario.Expectation(
        place.text("end").map(Scenario.End::valueOf),
        place.textsOrSelf("passes"),
        place.textsOrSelf("skips"),
        calls(place),
        JsonTree.map(place.at("request").node()),
        place.textsOrSelf("tells"),
        place.items("due").stream().map(ScenarioMapper::due).toList(),
        place.textsOrSelf("keeps"));
  }

  private static Scenario.ExpectedDue due(Place place) {
    Scenario.Watch watch = watch(place).orElseThrow();
    return new Scenario.ExpectedDue(watch, place.text(watch.yamlName()).orElseThrow(), at(place));
  }

  /** What is to become due; empty when it is not said. */
  static Optional<Scenario.Watch> watch(Place due) {
    return Stream.of(Scenario.Watch.values()).filter(watch -> due.has(watch.yamlName())).findFirst();
  }

  private static Optional<Instant> at(Place place) {
    return place.text("at").map(text -> OffsetDateTime.parse(text).toInstant());
  }

  private static List<Scenario.ExpectedCall> calls(Place expect) {
    return expect.items("calls").stream()
        .map(call -> new Scenario.ExpectedCall(call.text("call").orElseThrow(), JsonTree.map(call.at("request").node())))
        .toList();
  }
}
