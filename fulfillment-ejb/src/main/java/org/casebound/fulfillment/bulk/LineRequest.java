package org.casebound.fulfillment.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.intake.ServiceRequest;

/** Makes a service request of a line; the intake checks it further. */
final class LineRequest {
  private static final int MAX_USER_NAME = 255;
  private static final Set<String> MEMBERS = Set.of("process", "subject", "requester", "attributes");
  private static final List<String> TEXTS = List.of("process", "subject", "requester");

  private final BulkJob job;
  private final Processes processes;

  /** Looks for the active version of a process. */
  interface Processes {
    Optional<ServiceProcessDefinition> active(String name);
  }

  LineRequest(BulkJob job, Processes processes) {
    this.job = job;
    this.processes = processes;
  }

  /** @throws RequestRefused when the line can not be a request, whatever its process */
  ServiceRequest of(BulkLine line) {
    return job.format() == BulkFormat.CSV ? ofCells(BulkJson.texts(line.content())) : ofJson(line.content());
  }

  private ServiceRequest ofCells(List<String> cells) {
    List<String> columns = BulkJson.texts(job.header());
    if (cells.size() != columns.size()) {
      throw refused("", "BULK-004", "The line has %d values, the header %d.".formatted(cells.size(), columns.size()));
    }
    cells.forEach(LineRequest::requireStorable);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        values.put(columns.get(i), cells.get(i));
      }
    }
    return request(
        Optional.ofNullable(values.remove("process")),
        Optional.ofNullable(values.remove("subject")),
        Optional.ofNullable(values.remove("requester")),
        Map.copyOf(values),
        true);
  }

  private ServiceRequest ofJson(String text) {
    Map<String, Object> object = parsed(text);
    List<Problem> problems = new ArrayList<>();
    object.forEach((name, value) -> check(name, value, problems));
    if (!problems.isEmpty()) {
      throw new RequestRefused(problems);
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (object.get("attributes") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> attributes.put(String.valueOf(name), value));
    }
    return request(text(object, "process"), text(object, "subject"), text(object, "requester"), attributes, false);
  }

  private static Map<String, Object> parsed(String text) {
    try {
      return BulkJson.object(text);
    } catch (JsonProcessingException broken) {
      String where = broken.getLocation() == null ? "" : " (character %d)".formatted(broken.getLocation().getColumnNr());
      throw refused("", "BULK-005", "The line is no JSON object%s: %s".formatted(where, broken.getOriginalMessage()));
    }
  }

  private static void check(String name, Object value, List<Problem> problems) {
    String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
    if (!MEMBERS.contains(name)) {
      problems.add(new Problem(pointer, "BULK-006", "There is no member '%s'; a line has %s.".formatted(name, MEMBERS)));
    } else if (TEXTS.contains(name) && !(value instanceof String)) {
      problems.add(new Problem(pointer, "BULK-007", "'%s' is a text.".formatted(name)));
    } else if (name.equals("attributes") && !(value instanceof Map)) {
      problems.add(new Problem(pointer, "BULK-007", "'attributes' is an object."));
    } else {
      requireStorable(String.valueOf(value));
    }
  }

  private static Optional<String> text(Map<String, Object> object, String name) {
    return Optional.ofNullable((String) object.get(name));
  }

  private ServiceRequest request(
      Optional<String> named, Optional<String> subject, Optional<String> requester, Map<String, ?> values, boolean texts) {
    String process =
        named
            .or(job::process)
            .orElseThrow(
                () -> refused("/process", "BULK-008", "The line names no process, and neither did the upload; add 'process'."));
    if (requester.filter(name -> name.isBlank() || name.length() > MAX_USER_NAME).isPresent()) {
      throw refused("/requester", "BULK-009", "A requester has 1 to %d characters.".formatted(MAX_USER_NAME));
    }
    Map<String, Object> attributes = new LinkedHashMap<>(values);
    if (texts) {
      processes.active(process).ifPresent(definition -> attributes.replaceAll((name, text) -> typed(definition, name, text)));
    }
    return new ServiceRequest(process, subject, requester, attributes, List.of());
  }

  private static Object typed(ServiceProcessDefinition process, String name, Object text) {
    return process
        .attribute(name)
        .map(attribute -> AttributeValidation.fromText(attribute, String.valueOf(text)))
        .orElse(text);
  }

  /** No database keeps U+0000 or half of a surrogate pair. */
  private static void requireStorable(String text) {
    if (!text.codePoints().allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))) {
      throw refused("", "BULK-003", "The line has a character that can not be stored (U+0000 or half of a pair).");
    }
  }

  private static RequestRefused refused(String pointer, String code, String message) {
    return new RequestRefused(List.of(new Problem(pointer, code, message)));
  }
}
