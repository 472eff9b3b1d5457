package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.domain.shared.Priority;

/**
 * Which list of work is asked for. It can be written as parameters of an address, and read from them: that is what links, saved views
 * and exports keep.
 */
public record InboxQuery(InboxView view, InboxFilter filter, InboxSort sort) {
  private static final int LONGEST = 255;

  /** Reads parameters; what is missing or makes no sense is as if it were not there. */
  public static InboxQuery of(Function<String, Optional<String>> parameters) {
    Function<String, Optional<String>> text = name -> parameters.apply(name).filter(value -> value.length() <= LONGEST);
    Function<String, Optional<String>> filled = name -> text.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    return new InboxQuery(
        filled.apply("view").flatMap(name -> choice(InboxView.values(), name)).orElse(InboxView.QUEUES),
        new InboxFilter(
            filled.apply("queue"),
            filled.apply("process"),
            filled.apply("step"),
            filled.apply("priority").flatMap(name -> choice(Priority.values(), name)),
            filled.apply("assignee").map(name -> name.equals("-") ? "" : name),
            filled.apply("requester"),
            filled.apply("q"),
            filled.apply("due").flatMap(InboxQuery::time),
            filled.apply("since").flatMap(InboxQuery::time),
            filled.apply("age").flatMap(name -> choice(AgeBand.values(), name))),
        filled.apply("sort").flatMap(name -> choice(InboxSort.values(), name)).orElse(InboxSort.URGENT));
  }

  private static <E extends Enum<E>> Optional<E> choice(E[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  /** Writes the parameters, in a fixed order; what is as it would be anyway is left out. */
  public Map<String, String> parameters() {
    Map<String, String> written = new LinkedHashMap<>();
    if (view != InboxView.QUEUES) {
      written.put("view", view.name().toLowerCase(Locale.ROOT));
    }
    filter.queue().ifPresent(value -> written.put("queue", value));
    filter.process().ifPresent(value -> written.put("process", value));
    filter.step().ifPresent(value -> written.put("step", value));
    filter.priority().ifPresent(value -> written.put("priority", value.name()));
    filter.assignee().ifPresent(value -> written.put("assignee", value.isEmpty() ? "-" : value));
    filter.requester().ifPresent(value -> written.put("requester", value));
    filter.words().ifPresent(value -> written.put("q", value));
    filter.dueBefore().ifPresent(time -> written.put("due", time.toString()));
    filter.doneSince().ifPresent(time -> written.put("since", time.toString()));
    filter.age().ifPresent(band -> written.put("age", band.name()));
    if (sort != InboxSort.URGENT) {
      written.put("sort", sort.name().toLowerCase(Locale.ROOT));
    }
    return written;
  }
}
