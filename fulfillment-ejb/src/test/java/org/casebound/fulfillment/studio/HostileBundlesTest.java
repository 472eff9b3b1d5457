package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles that were made to cost much. */
class HostileBundlesTest {
  private static final BundleReader READER = new BundleReader();
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Processor time: the worst takes a third of it on an idle machine, and half of it on one that does ten other things, too. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private static final String HEAD =
      """
      bundle: casebound/1
      process: { name: P, version: 1, label: P, queue: q }
      queues: [ { name: q } ]
      """;

  static Stream<Arguments> bundles() {
    return Stream.of(
        Arguments.of("elements", flows(50, f -> "elements: [" + repeat(100, i -> decide(3)) + "]")),
        Arguments.of("expressions", flows(48, f -> "elements: [" + repeat(200, i -> "{assign: {a: case.id + " + i + " > 1 && case.number == 'x' || case.subject.size() == 1 + 2}}") + "]") + "\nx: 1"),
        Arguments.of("wrong expressions", flows(50, f -> "elements: [" + repeat(200, i -> "{assign: {a: x.y" + i + "}}") + "]")),
        Arguments.of("steps", flows(50, f -> "stages: [" + repeat(10, s -> "{name: s" + s + ", steps: [" + repeat(80, i -> "{name: a" + s + "b" + i + ", call: c}") + "]}") + "]")),
        Arguments.of("fields", flows(20, f -> "stages: [{name: s, steps: [" + repeat(10, i -> "{name: a" + i + ", interactive: {queue: q, outcomes: [a], fields: [" + repeat(200, n -> "{name: f, type: Text}") + "]}}") + "]}]")),
        Arguments.of("unknown keys", flows(50, f -> "elements: [" + repeat(200, i -> "{a" + i + ": 1, b: 2}") + "]")),
        Arguments.of("unnamed loops", flows(50, f -> "elements: [" + repeat(200, i -> "{forEach: vars.a, item: a" + i + ", do: [{closeCase: CANCELED}]}") + "]")),
        Arguments.of("undos", flows(50, f -> "stages: [{name: s, steps: [" + repeat(100, i -> "{name: a" + i + ", background: [{closeCase: CANCELED}], undo: [{subflow: F1}]}") + "]}]")),
        Arguments.of("four eyes", flows(1, f -> "stages: [" + repeat(100, s -> "{name: s" + s + ", steps: [" + repeat(20, i -> "{name: a" + s + "b" + i + ", interactive: {queue: q, outcomes: [a], notSameAs: [a99b0, a98b0, a97b0, a96b0]}}") + "]}") + "]")),
        Arguments.of("free days", "calendars: [" + repeat(50, c -> "{name: c" + c + ", zone: UTC, hours: {monday: [" + repeat(20, i -> "08:00-09:00") + "]}, freeDays: [" + repeat(366, i -> "2026-01-%02d".formatted(i % 40)) + "]}") + "]"),
        Arguments.of("zones", "calendars: [" + repeat(50, c -> "{name: c" + c + ", zone: Nowhere" + c + ", hours: {monday: 08:00-09:00}, holidays: D" + (char) ('A' + c % 26) + "}") + "]"));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void costLittle(String name, String text) {
    assertThat(text.length()).isLessThan(BundleReader.MOST_BYTES);
    long begin = CPU.getCurrentThreadCpuTime();
    List<BundleProblem> problems = refused(HEAD + text);
    assertThat(problems).hasSizeBetween(1, 200);
    Duration spent = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - begin);
    assertThat(spent).as(name).isLessThan(MOST);
  }

  @Test
  void aBundleThatIsTooLongForTheStoreIsRefused() {
    String attributes =
        repeat(60, a -> "{name: a" + a + ", type: Picklist, options: [" + repeat(1000, o -> "o" + o) + "]}");
    assertThat(refused(HEAD.replace("queue: q }", "queue: q, attributes: [" + attributes + "] }")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("more than 1000000 characters"));
  }

  private static String flows(int count, IntFunction<String> body) {
    return "flows: [" + repeat(count, f -> "{name: F" + f + ", " + body.apply(f) + "}") + "]";
  }

  private static String decide(int rules) {
    return "{decide: [" + repeat(rules, r -> "{when: case.id > 1, then: [{closeCase: CANCELED}]}") + "]}";
  }

  private static String repeat(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
  }

  private static List<BundleProblem> refused(String text) {
    BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> READER.read("h.yaml", text));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems();
  }
}
