package org.casebound.fulfillment.studio;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.casebound.domain.definition.Scenario;

/** Scenarios of the right form, with every member, and without any sense. */
final class RandomScenarios {
  private final Random random;
  private final Supplier<String> names;

  RandomScenarios(Random random, Supplier<String> names) {
    this.random = random;
    this.names = names;
  }

  List<Scenario> some() {
    return some(this::scenario);
  }

  private Scenario scenario() {
    return new Scenario(
        names.get(),
        names.get(),
        time(),
        names.get(),
        data(2),
        some(() -> new Scenario.Decided(names.get(), maybe(names), maybe(names), text(), data(1), duration())),
        some(this::answer),
        some(() -> new Scenario.Event(names.get(), data(1), duration())),
        expectation());
  }

  private Scenario.Answer answer() {
    Scenario.Target target = Scenario.Target.values()[random.nextInt(Scenario.Target.values().length)];
    Scenario.Result result =
        switch (random.nextInt(3)) {
          case 0 -> new Scenario.Result.Refused(names.get(), text());
          case 1 -> new Scenario.Result.Failed(names.get(), text());
          default -> new Scenario.Result.Done(value(2));
        };
    return new Scenario.Answer(target, names.get(), result, duration(), target == Scenario.Target.CALL && random.nextBoolean());
  }

  private Scenario.Expectation expectation() {
    return new Scenario.Expectation(
        maybe(() -> Scenario.End.values()[random.nextInt(Scenario.End.values().length)]),
        some(names),
        some(names),
        some(() -> new Scenario.ExpectedCall(names.get(), data(2))),
        data(1),
        some(names),
        some(() -> new Scenario.ExpectedDue(Scenario.Watch.values()[random.nextInt(4)], names.get(), maybe(this::time))),
        some(names));
  }

  private Instant time() {
    return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
  }

  private Map<String, Object> data(int depth) {
    Map<String, Object> data = new LinkedHashMap<>();
    IntStream.range(0, random.nextInt(3)).forEach(i -> data.put(names.get(), value(depth)));
    return data;
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> text();
      case 1 -> (long) random.nextInt();
      case 2 -> new BigDecimal(random.nextInt(1_000_000) + ".25");
      case 3 -> random.nextBoolean();
      case 4 -> some(() -> value(depth - 1));
      default -> data(depth - 1);
    };
  }

  private String text() {
    return random.nextInt(4) == 0 ? "" : names.get() + " \"ä\" " + random.nextInt(100);
  }

  private Duration duration() {
    return random.nextInt(3) == 0 ? Duration.ZERO : Duration.ofSeconds(1 + random.nextInt(1_000_000));
  }

  private <T> Optional<T> maybe(Supplier<T> maker) {
    return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> maker) {
    List<T> list = new ArrayList<>();
    IntStream.range(0, random.nextInt(3)).forEach(i -> list.add(maker.get()));
    return list;
  }
}
