package org.casebound.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.desk.InboxChoices.Choice;
import org.casebound.fulfillment.desk.InboxChoices.Choices;
import org.casebound.fulfillment.desk.InboxQuery;

/** One thing that the list is narrowed down to, in words, with the address of the list without it. */
public record InboxChip(String text, String address) {
  /** One thing that the list can be narrowed down to: what is typed, and the parameter that it becomes. */
  public record Option(String text, String name, String value) {}

  static List<InboxChip> of(InboxQuery query, Choices known, Texts texts) {
    List<InboxChip> chips = new ArrayList<>();
    query.parameters().forEach((name, value) -> {
      if (!name.equals("view") && !name.equals("sort")) {
        Map<String, String> rest = new LinkedHashMap<>(query.parameters());
        rest.remove(name);
        chips.add(new InboxChip(text(name, label(name, value, known, texts), texts), InboxAddress.of("/inbox", rest).toString()));
      }
    });
    return chips;
  }

  static List<Option> options(Choices known, Texts texts, String visitor) {
    List<Option> options = new ArrayList<>();
    known.queues().forEach(queue -> options.add(option("queue", queue.name(), queue.label(), texts)));
    known.processes().forEach(process -> options.add(option("process", process.name(), process.label(), texts)));
    known.steps().forEach(step -> options.add(option("step", step, step, texts)));
    Arrays.stream(Priority.values())
        .forEach(priority -> options.add(option("priority", priority.name(), texts.of("word." + priority.name()), texts)));
    options.add(option("assignee", visitor, visitor, texts));
    options.add(option("assignee", "-", texts.of("inbox.nobody"), texts));
    return options;
  }

  private static Option option(String name, String value, String label, Texts texts) {
    return new Option(text(name, label, texts), name, value);
  }

  private static String text(String name, String label, Texts texts) {
    return texts.of("filter." + name, label);
  }

  private static String label(String name, String value, Choices known, Texts texts) {
    return switch (name) {
      case "queue" -> labelOf(known.queues(), value);
      case "process" -> labelOf(known.processes(), value);
      case "priority" -> texts.of("word." + value);
      case "assignee" -> value.equals("-") ? texts.of("inbox.nobody") : value;
      case "age" -> texts.or("ops.age." + value, value);
      case "due", "since" -> Words.exact(Instant.parse(value), texts.locale());
      default -> value;
    };
  }

  /** What people call it; its name when it is not among the choices. */
  static String labelOf(List<Choice> choices, String name) {
    return choices.stream().filter(choice -> choice.name().equals(name)).map(Choice::label).findFirst().orElse(name);
  }
}
