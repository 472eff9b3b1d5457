package org.casebound.fulfillment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.HistoryEntry.Subject;

/**
 * Changes that followed another one in the same transaction, as JSON: {@code [[microseconds, subject, name, from, to, why], ...]}. The
 * first is the time since the change that they followed; {@code why} is left out when it is empty.
 */
final class LaterChanges {
  private static final JsonMapper JSON = new JsonMapper();

  private LaterChanges() {}

  /** @param first the change that they followed; they have its case and its actor */
  static String toJson(HistoryEntry first, List<HistoryEntry> later) {
    ArrayNode all = JSON.createArrayNode();
    for (HistoryEntry change : later) {
      ArrayNode one =
          all.addArray()
              .add(ChronoUnit.MICROS.between(first.happenedAt(), change.happenedAt()))
              .add(change.subject().name())
              .add(change.name())
              .add(change.fromState())
              .add(change.toState());
      if (!change.why().isEmpty()) {
        one.add(change.why());
      }
    }
    return all.toString();
  }

  /** @throws IllegalStateException when the text is not what {@link #toJson} writes */
  static Stream<HistoryEntry> of(HistoryEntry first, String json) {
    try {
      return StreamSupport.stream(JSON.readTree(json).spliterator(), false).map(change -> later(first, change));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the history of case %d is no JSON".formatted(first.caseId()), broken);
    }
  }

  private static HistoryEntry later(HistoryEntry first, JsonNode change) {
    return new HistoryEntry(
        first.caseId(),
        first.happenedAt().plus(change.get(0).longValue(), ChronoUnit.MICROS),
        first.actor(),
        Subject.valueOf(change.get(1).textValue()),
        change.get(2).textValue(),
        change.get(3).textValue(),
        change.get(4).textValue(),
        change.path(5).asText());
  }
}
