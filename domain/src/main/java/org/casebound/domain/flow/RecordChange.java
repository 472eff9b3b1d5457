package org.casebound.domain.flow;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.definition.TriggerDefinition.Record;
import org.casebound.domain.shared.Values;

/**
 * A change of a case, of its request, or of both, as triggers see it.
 *
 * @param created whether the records are new; otherwise they were updated
 * @param records which records changed; case and request are created together
 * @param caseBefore fields of the case before the change; empty for new ones
 * @param caseAfter fields of the case as they are now
 * @param requestBefore attributes of the request before the change; empty for new ones
 * @param requestAfter attributes of the request as they are now
 */
public record RecordChange(
    boolean created,
    Set<Record> records,
    Values caseBefore,
    Values caseAfter,
    Values requestBefore,
    Values requestAfter) {
  public RecordChange {
    records = Set.copyOf(records);
  }

  /** A case and its request were filed. */
  public static RecordChange filed(Values caseAfter, Values requestAfter) {
    return new RecordChange(
        true, Set.of(Record.values()), Values.EMPTY, caseAfter, Values.EMPTY, requestAfter);
  }

  /** Case and request as they were and as they are; what did not change is found out here. */
  public static RecordChange updated(
      Values caseBefore, Values caseAfter, Values requestBefore, Values requestAfter) {
    Set<Record> records = EnumSet.noneOf(Record.class);
    if (!caseBefore.equals(caseAfter)) {
      records.add(Record.CASE);
    }
    if (!requestBefore.equals(requestAfter)) {
      records.add(Record.SERVICE_CATALOG_REQUEST);
    }
    return new RecordChange(false, records, caseBefore, caseAfter, requestBefore, requestAfter);
  }

  /** What the condition of a trigger sees after the change. */
  Map<String, Object> factsAfter(Record watched) {
    return facts(watched, caseAfter, requestAfter);
  }

  /** What it would have seen before the change. */
  Map<String, Object> factsBefore(Record watched) {
    return facts(watched, caseBefore, requestBefore);
  }

  private Map<String, Object> facts(Record watched, Values ofCase, Values ofRequest) {
    boolean caseWatched = watched == Record.CASE;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("case", ofCase.asMap());
    facts.put("request", ofRequest.asMap());
    facts.put("record", (caseWatched ? ofCase : ofRequest).asMap());
    facts.put("prior", (caseWatched ? caseBefore : requestBefore).asMap());
    facts.put("vars", Map.of());
    facts.put("steps", Map.of());
    return facts;
  }
}
