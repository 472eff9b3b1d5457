package org.casebound.demobank.faults;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the bank misbehaves. Calls that read are never affected.
 *
 * @param failNext how many calls are answered with {@code status} before anything was done
 * @param status HTTP status of such an answer, 400 to 599
 * @param retryAfterSeconds value of its Retry-After header; 0 sends none
 * @param stallMillis how long every call is held
 * @param stallAfterEffect whether it is held after the effect was applied rather than before
 * @param dropAnswer how many calls have their effect applied and the connection cut without an answer
 * @param duplicateAcknowledgements whether each acknowledgement is sent twice
 * @param loseAcknowledgements how many acknowledgements are never sent
 * @param acknowledgementDelayMillis how long the bank waits before it acknowledges
 * @param acknowledgementVia {@code listener} or {@code rest}
 */
public record Faults(
    int failNext,
    int status,
    int retryAfterSeconds,
    int stallMillis,
    boolean stallAfterEffect,
    int dropAnswer,
    boolean duplicateAcknowledgements,
    int loseAcknowledgements,
    int acknowledgementDelayMillis,
    String acknowledgementVia) {

  /** A bank that behaves. */
  public static final Faults NONE = new Faults(0, 503, 0, 0, false, 0, false, 0, 300, "listener");

  private static final int LONGEST_MILLIS = 600_000;

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public Faults {
    range("failNext", failNext, 0, Integer.MAX_VALUE);
    range("status", status, 400, 599);
    range("retryAfterSeconds", retryAfterSeconds, 0, 86_400);
    range("stallMillis", stallMillis, 0, LONGEST_MILLIS);
    range("dropAnswer", dropAnswer, 0, Integer.MAX_VALUE);
    range("loseAcknowledgements", loseAcknowledgements, 0, Integer.MAX_VALUE);
    range("acknowledgementDelayMillis", acknowledgementDelayMillis, 0, LONGEST_MILLIS);
    if (!Set.of("listener", "rest").contains(acknowledgementVia)) {
      throw new IllegalArgumentException("\"acknowledgementVia\" must be \"listener\" or \"rest\".");
    }
  }

  /**
   * Reads faults; members that are missing are taken from {@code otherwise}.
   *
   * @throws IllegalArgumentException with a sentence when a member is unknown or has a wrong value
   */
  public static Faults fromJson(JsonObject json, Faults otherwise) {
    Set<String> unknown = new TreeSet<>(json.keySet());
    unknown.removeAll(NONE.toJson().keySet());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("Unknown fault: " + String.join(", ", unknown) + ".");
    }
    return new Faults(
        number(json, "failNext", otherwise.failNext),
        number(json, "status", otherwise.status),
        number(json, "retryAfterSeconds", otherwise.retryAfterSeconds),
        number(json, "stallMillis", otherwise.stallMillis),
        flag(json, "stallAfterEffect", otherwise.stallAfterEffect),
        number(json, "dropAnswer", otherwise.dropAnswer),
        flag(json, "duplicateAcknowledgements", otherwise.duplicateAcknowledgements),
        number(json, "loseAcknowledgements", otherwise.loseAcknowledgements),
        number(json, "acknowledgementDelayMillis", otherwise.acknowledgementDelayMillis),
        json.getString("acknowledgementVia", otherwise.acknowledgementVia));
  }

  /** All members, also those that change nothing. */
  public JsonObject toJson() {
    return members(Json.createObjectBuilder()).build();
  }

  private JsonObjectBuilder members(JsonObjectBuilder json) {
    return json.add("failNext", failNext)
        .add("status", status)
        .add("retryAfterSeconds", retryAfterSeconds)
        .add("stallMillis", stallMillis)
        .add("stallAfterEffect", stallAfterEffect)
        .add("dropAnswer", dropAnswer)
        .add("duplicateAcknowledgements", duplicateAcknowledgements)
        .add("loseAcknowledgements", loseAcknowledgements)
        .add("acknowledgementDelayMillis", acknowledgementDelayMillis)
        .add("acknowledgementVia", acknowledgementVia);
  }

  private static void range(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("\"" + name + "\" must be from " + least + " to " + most + ".");
    }
  }

  private static int number(JsonObject json, String name, int otherwise) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return otherwise;
    }
    try {
      return ((JsonNumber) value).intValueExact();
    } catch (ClassCastException | ArithmeticException e) {
      throw new IllegalArgumentException("\"" + name + "\" must be a whole number.", e);
    }
  }

  private static boolean flag(JsonObject json, String name, boolean otherwise) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    return switch (value.getValueType()) {
      case NULL -> otherwise;
      case TRUE -> true;
      case FALSE -> false;
      default -> throw new IllegalArgumentException("\"" + name + "\" must be true or false.");
    };
  }
}
