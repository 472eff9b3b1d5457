package org.casebound.fulfillment.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.casebound.domain.definition.Element;
import org.casebound.domain.shared.Resolution;

/** Elements of every kind, one inside the other. */
final class RandomElements {
  private static final int SIMPLE = 13;

  private final Random random;
  private final Supplier<String> names;

  RandomElements(Random random, Supplier<String> names) {
    this.random = random;
    this.names = names;
  }

  /** At least one element. */
  List<Element> list(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(i -> element(depth)).toList();
  }

  Map<String, String> expressions() {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      expressions.put(names.get(), text());
    }
    return expressions;
  }

  private Map<String, String> oneOrMore() {
    Map<String, String> expressions = new LinkedHashMap<>(expressions());
    expressions.put(names.get(), text());
    return expressions;
  }

  private Element element(int depth) {
    Element element = depth > 0 && random.nextBoolean() ? nesting(depth - 1) : simple(names.get());
    return depth > 0 && random.nextInt(3) == 0 ? new Element.Guarded(element, list(depth - 1)) : element;
  }

  private Element nesting(int depth) {
    String name = names.get();
    return switch (random.nextInt(3)) {
      case 0 ->
          new Element.Decide(
              name,
              List.of(new Element.Rule(text(), list(depth)), new Element.Rule(text(), list(depth))),
              random.nextBoolean() ? List.of() : list(depth));
      case 1 -> new Element.ForEach(name, text(), names.get(), list(depth));
      default -> new Element.WaitForEvent(name, names.get(), maybe(), Optional.of("'PT1H'"), list(depth));
    };
  }

  private Element simple(String name) {
    return switch (random.nextInt(SIMPLE + 3)) {
      case 0 -> new Element.Assign(name, names.get(), text());
      case 1 -> new Element.CallIntegration(name, names.get(), expressions());
      case 2 -> new Element.CallAction(name, names.get(), expressions(), expressions());
      case 3 -> new Element.UpdateRequest(name, oneOrMore());
      case 4 -> new Element.UpdateCase(name, Map.of("subject", text(), "priority", text()));
      case 5 -> new Element.GetRecords(name, names.get(), expressions(), 1 + random.nextInt(100), names.get());
      case 6 -> new Element.CreateRecord(name, names.get(), oneOrMore(), maybe());
      case 7 -> new Element.UpdateRecord(name, names.get(), text(), oneOrMore());
      case 8 -> new Element.Subflow(name, names.get(), expressions(), expressions());
      case 9 ->
          new Element.Notify(
              name,
              random.nextBoolean() ? Element.Notify.Channel.MAIL : Element.Notify.Channel.IN_APP,
              text(),
              text(),
              text());
      case 10 -> new Element.WaitFor(name, text(), maybe());
      case 11 -> new Element.WaitUntil(name, text());
      case 12 -> new Element.WaitForEvent(name, names.get(), maybe(), Optional.empty(), List.of());
      case SIMPLE ->
          new Element.CloseCase(
              name, Resolution.values()[random.nextInt(Resolution.values().length)], maybe());
      case SIMPLE + 1 -> new Element.RaiseIncident(name, "CODE-1", text());
      default -> new Element.CustomError(name, "CODE_2", text());
    };
  }

  private Optional<String> maybe() {
    return random.nextBoolean() ? Optional.of(names.get()) : Optional.empty();
  }

  private String text() {
    return List.of("'it''s'", "x: y #z", "$record.a + 1", "ä\n€", "1", "true", " b ").get(random.nextInt(7));
  }
}
