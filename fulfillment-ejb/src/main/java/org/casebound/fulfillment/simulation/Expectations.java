package org.casebound.fulfillment.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.definition.Scenario.Target;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.simulation.ScenarioResult.Missed;
import org.casebound.fulfillment.simulation.SimulationReport.Asked;
import org.casebound.fulfillment.simulation.SimulationReport.Due;
import org.casebound.fulfillment.simulation.SimulationReport.Ending;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.simulation.SimulationReport.Passed;
import org.casebound.fulfillment.simulation.SimulationReport.Told;
import org.jspecify.annotations.Nullable;

/** Compares what came of a story with what was expected. Used for one story. */
final class Expectations {
  private final SimulationReport report;
  private final List<Missed> missed = new ArrayList<>();

  private Expectations(SimulationReport report) {
    this.report = report;
  }

  /** What was missed, in the order of the scenario. */
  static List<Missed> missed(Scenario.Expectation expect, SimulationReport report) {
    Expectations check = new Expectations(report);
    expect.end().ifPresent(check::end);
    Set<String> completed = check.names(Mark.COMPLETED);
    Set<String> begun = check.names(Mark.BEGUN);
    check.each("/expect/passes", expect.passes(), completed::contains, "The step '%s' is not completed.%s");
    check.each("/expect/skips", expect.skips(), step -> !begun.contains(step), "The step '%s' begins, and should not.%s");
    check.calls(expect.calls());
    check.request(expect.request());
    Set<String> told = report.told().stream().map(Told::to).collect(Collectors.toSet());
    check.each("/expect/tells", expect.tells(), told::contains, "Nobody tells '%s' anything.%s");
    check.due(expect.due());
    check.each("/expect/keeps", expect.keeps(), check::keeps, "The milestone '%s' is violated.%s");
    return check.missed;
  }

  private Set<String> names(Mark mark) {
    return report.path().stream().filter(passed -> passed.mark() == mark).map(Passed::name).collect(Collectors.toSet());
  }

  private interface Fulfilled {
    boolean by(String name);
  }

  private void each(String pointer, List<String> names, Fulfilled fulfilled, String sentence) {
    IntStream.range(0, names.size())
        .filter(i -> !fulfilled.by(names.get(i)))
        .forEach(i -> missed.add(new Missed(pointer + "/" + i, sentence.formatted(names.get(i), hint()))));
  }

  private void end(Scenario.End expected) {
    Ending ending = report.ending();
    if (ending.end() != expected) {
      String why = (ending.code() + " " + ending.reason()).strip();
      missed.add(
          new Missed(
              "/expect/end",
              "It ends %s, not %s%s%s".formatted(ending.end(), expected, why.isEmpty() ? "." : ": " + why, hint())));
    }
  }

  /** What the story lacks is the likeliest reason. */
  private String hint() {
    return report.missing().isEmpty() ? "" : " " + String.join(" ", report.missing());
  }

  private void calls(List<Scenario.ExpectedCall> expected) {
    List<Asked> made = report.calls().stream().filter(call -> call.of() == Target.CALL).toList();
    int next = 0;
    for (int i = 0; i < expected.size(); i++) {
      Scenario.ExpectedCall call = expected.get(i);
      int found = next;
      while (found < made.size() && !fits(call, made.get(found))) {
        found++;
      }
      if (found == made.size()) {
        missed.add(new Missed("/expect/calls/" + i, notMade(call, made.subList(next, made.size()))));
      } else {
        next = found + 1;
      }
    }
  }

  private static boolean fits(Scenario.ExpectedCall expected, Asked made) {
    return made.name().equals(expected.call()) && holds(made.request(), expected.request());
  }

  private String notMade(Scenario.ExpectedCall expected, List<Asked> made) {
    String others =
        made.stream().filter(call -> call.name().equals(expected.call())).map(call -> call.request().toString()).collect(Collectors.joining("; "));
    return others.isEmpty()
        ? "'%s' is not called here.%s".formatted(expected.call(), hint())
        : "'%s' is called, but not with %s. It is sent: %s".formatted(expected.call(), expected.request(), others);
  }

  private void due(List<Scenario.ExpectedDue> expected) {
    for (int i = 0; i < expected.size(); i++) {
      Scenario.ExpectedDue due = expected.get(i);
      if (came(due.of(), due.name()).noneMatch(each -> due.at().map(each.at()::equals).orElse(true))) {
        missed.add(new Missed("/expect/due/" + i, notDue(due)));
      }
    }
  }

  private Stream<Due> came(Scenario.Watch of, String name) {
    return report.due().stream().filter(each -> each.came() && each.of() == of && each.name().equals(name));
  }

  private String notDue(Scenario.ExpectedDue expected) {
    String times = came(expected.of(), expected.name()).map(each -> each.at().toString()).collect(Collectors.joining(", "));
    String what = "The %s of '%s'".formatted(expected.of().yamlName(), expected.name());
    return times.isEmpty() ? "%s does not come.%s".formatted(what, hint()) : "%s comes at %s, not at %s.".formatted(what, times, expected.at().orElseThrow());
  }

  private boolean keeps(String milestone) {
    return came(Scenario.Watch.VIOLATION, milestone).findAny().isEmpty();
  }

  private void request(Map<String, Object> expected) {
    expected.forEach(
        (name, value) -> {
          @Nullable Object is = report.request().get(name);
          if (is == null || !same(is, value)) {
            missed.add(new Missed("/expect/request/" + name, "request.%s is '%s', not '%s'.%s".formatted(name, Objects.requireNonNullElse(is, ""), value, hint())));
          }
        });
  }

  /** Whether a tree holds all that another says; lists must be as long. */
  private static boolean holds(Object is, Object expected) {
    if (is instanceof Map<?, ?> map && expected instanceof Map<?, ?> wanted) {
      return wanted.entrySet().stream().allMatch(member -> map.containsKey(member.getKey()) && holds(Objects.requireNonNull(map.get(member.getKey())), Objects.requireNonNull(member.getValue())));
    } else if (is instanceof List<?> list && expected instanceof List<?> wanted) {
      return list.size() == wanted.size() && IntStream.range(0, list.size()).allMatch(i -> holds(list.get(i), wanted.get(i)));
    }
    return same(is, expected);
  }

  private static boolean same(Object one, Object other) {
    return new Values(Map.of("it", one)).saysTheSameAs(new Values(Map.of("it", other)));
  }
}
