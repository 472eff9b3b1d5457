package org.casebound.connector.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The standard body of an acknowledgement, the same for every inbound way:
 *
 * <pre>{@code
 * {"messageId": "...", "reference": "...", "idempotencyKey": "...",
 *  "status": "DONE" | "REJECTED" | "FAILED", "code": "...", "message": "...",
 *  "failure": "TRANSIENT" | "PERMANENT" | "UNKNOWN_OUTCOME", "result": {...}}
 * }</pre>
 *
 * {@code messageId}, {@code status} and one of {@code reference} and {@code idempotencyKey} are required; {@code code}
 * too unless the status is DONE. {@code failure} is read for FAILED only and defaults to PERMANENT. Other members are
 * left alone.
 */
public final class AcknowledgementFormat {

  /** Longest body, in characters: what is longer could not be stored, and would be sent again for ever. */
  public static final int MAX_BODY = 256 * 1024;

  /** Longest message id, reference, idempotency key and code, in characters. */
  public static final int MAX_NAME = 200;

  /** Longest message for a person, in characters. */
  public static final int MAX_MESSAGE = 2000;

  private AcknowledgementFormat() {}

  /**
   * Reads a body.
   *
   * @param connector name of the connector that received it
   * @param body the body as received
   * @param sentAt when it was sent
   * @throws MalformedAcknowledgementException with a sentence for the sender when the body has not the standard form
   */
  public static Acknowledgement parse(String connector, String body, Instant sentAt)
      throws MalformedAcknowledgementException {
    if (body.length() > MAX_BODY) {
      throw new MalformedAcknowledgementException("An acknowledgement has at most " + MAX_BODY + " characters.");
    }
    Map<String, Object> json = read(body);
    String messageId = text(json, "messageId", MAX_NAME)
        .orElseThrow(() -> new MalformedAcknowledgementException("The acknowledgement has no \"messageId\"."));
    Optional<String> reference = text(json, "reference", MAX_NAME);
    Optional<String> key = text(json, "idempotencyKey", MAX_NAME);
    if (reference.isEmpty() && key.isEmpty()) {
      throw new MalformedAcknowledgementException(
          "The acknowledgement has neither \"reference\" nor \"idempotencyKey\", so nothing says which call it answers.");
    }
    return new Acknowledgement(connector, messageId, reference, key, outcome(json), sentAt, body);
  }

  private static Map<String, Object> read(String body) throws MalformedAcknowledgementException {
    try {
      return JsonTree.parse(body);
    } catch (IllegalArgumentException e) {
      throw new MalformedAcknowledgementException("The acknowledgement can not be read. " + e.getMessage());
    }
  }

  private static Outcome outcome(Map<String, Object> json) throws MalformedAcknowledgementException {
    String status = text(json, "status", MAX_NAME)
        .orElseThrow(() -> new MalformedAcknowledgementException("The acknowledgement has no \"status\"."));
    String message = text(json, "message", MAX_MESSAGE).orElse("");
    return switch (status) {
      case "DONE" -> new Outcome.Done(result(json));
      case "REJECTED" -> new Outcome.Rejected(code(json), message);
      case "FAILED" -> new Outcome.Failed(failure(json), code(json), message, Optional.empty());
      default -> throw new MalformedAcknowledgementException("\"status\" must be DONE, REJECTED or FAILED.");
    };
  }

  private static String code(Map<String, Object> json) throws MalformedAcknowledgementException {
    return text(json, "code", MAX_NAME).orElseThrow(
        () -> new MalformedAcknowledgementException("An acknowledgement that is not DONE needs a \"code\"."));
  }

  private static Failure failure(Map<String, Object> json) throws MalformedAcknowledgementException {
    String kind = text(json, "failure", MAX_NAME).orElse(Failure.PERMANENT.name());
    for (Failure failure : Failure.values()) {
      if (failure.name().equals(kind)) {
        return failure;
      }
    }
    throw new MalformedAcknowledgementException("\"failure\" must be TRANSIENT, PERMANENT or UNKNOWN_OUTCOME.");
  }

  private static Map<String, Object> result(Map<String, Object> json) throws MalformedAcknowledgementException {
    Object value = json.getOrDefault("result", Map.of());
    if (!(value instanceof Map<?, ?> result)) {
      throw new MalformedAcknowledgementException("\"result\" must be a JSON object.");
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    result.forEach((name, inner) -> {
      if (inner != null) {
        tree.put((String) name, inner);
      }
    });
    return tree;
  }

  private static Optional<String> text(Map<String, Object> json, String name, int longest)
      throws MalformedAcknowledgementException {
    Object value = json.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text) || text.isBlank()) {
      throw new MalformedAcknowledgementException("\"" + name + "\" must be a text that is not blank.");
    }
    if (text.length() > longest) {
      throw new MalformedAcknowledgementException("\"" + name + "\" is longer than " + longest + " characters.");
    }
    return Optional.of(text);
  }
}
