package org.casebound.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status HTTP status
 * @param headers response headers
 * @param body whole body as text, empty when there was none
 */
public record Reply(int status, HttpHeaders headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The body as JSON.
   *
   * @throws AssertionError when it is none
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + this, e);
    }
  }

  /** The first header with this name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * Asserts the status.
   *
   * @return this
   * @throws AssertionError with the body when the status is another one
   */
  public Reply expect(int expected) {
    if (status != expected) {
      throw new AssertionError("Expected status " + expected + ", but was " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + header("Content-Type").orElse("(no content type)") + "\n" + body;
  }
}
