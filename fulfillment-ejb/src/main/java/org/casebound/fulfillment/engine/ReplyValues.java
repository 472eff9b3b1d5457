package org.casebound.fulfillment.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.shared.Values;

/** An acknowledged outcome as values that the reply inbox can keep, and back. */
public final class ReplyValues {
  private static final String STATUS = "status";
  private static final String CODE = "code";
  private static final String MESSAGE = "message";
  private static final String RESULT = "result";

  private ReplyValues() {}

  /** What the inbox keeps of an outcome. */
  public static Values of(Outcome outcome) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (outcome instanceof Outcome.Done done) {
      values.put(STATUS, "DONE");
      values.put(RESULT, done.result());
    } else if (outcome instanceof Outcome.Rejected rejected) {
      values.put(STATUS, "REJECTED");
      values.put(CODE, rejected.code());
      values.put(MESSAGE, rejected.message());
    } else if (outcome instanceof Outcome.Failed failed) {
      values.put(STATUS, "FAILED");
      values.put(CODE, failed.code());
      values.put(MESSAGE, failed.message());
    } else {
      throw new IllegalArgumentException("an acknowledgement says how the work ended");
    }
    return new Values(values);
  }

  /** The outcome that the values were made of; a failure after acceptance is permanent: repeating the call will not help. */
  @SuppressWarnings("unchecked")
  public static Outcome outcome(Values values) {
    Map<String, Object> map = values.asMap();
    String code = String.valueOf(map.getOrDefault(CODE, ""));
    String message = String.valueOf(map.getOrDefault(MESSAGE, ""));
    return switch (String.valueOf(map.get(STATUS))) {
      case "DONE" -> new Outcome.Done((Map<String, Object>) map.getOrDefault(RESULT, Map.of()));
      case "REJECTED" -> new Outcome.Rejected(code, message);
      default -> new Outcome.Failed(Failure.PERMANENT, code, message, Optional.empty());
    };
  }
}
