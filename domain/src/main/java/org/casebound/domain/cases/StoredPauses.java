package org.casebound.domain.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.calendar.SlaClock;
import org.casebound.domain.calendar.SlaPause;
import org.casebound.domain.shared.Values;

/** The pauses of a clock as values that can be stored. */
final class StoredPauses {
  private static final String PAUSES = "pauses";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String REASON = "reason";

  private StoredPauses() {}

  static Values write(SlaClock clock) {
    return new Values(Map.of(PAUSES, clock.pauses().stream().map(StoredPauses::tree).toList()));
  }

  private static Map<String, Object> tree(SlaPause pause) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(FROM, pause.from().toString());
    pause.until().ifPresent(until -> tree.put(UNTIL, until.toString()));
    tree.put(REASON, pause.reason());
    return tree;
  }

  static SlaClock read(Instant started, Values stored) {
    List<?> pauses = (List<?>) stored.asMap().getOrDefault(PAUSES, List.of());
    return new SlaClock(started, pauses.stream().map(tree -> pause((Map<?, ?>) tree)).toList());
  }

  private static SlaPause pause(Map<?, ?> tree) {
    return new SlaPause(
        Instant.parse(String.valueOf(tree.get(FROM))),
        Optional.ofNullable(tree.get(UNTIL)).map(until -> Instant.parse(String.valueOf(until))),
        String.valueOf(tree.get(REASON)));
  }
}
