package org.casebound.bench.http;

/**
 * An HTTP answer.
 *
 * @param status HTTP status
 * @param body JSON
 */
public record Answer(int status, String body) {

  /**
   * The body, if the status is the expected one.
   *
   * @throws IllegalStateException with status and body otherwise: a benchmark of failures is worth nothing
   */
  public String expect(int expected) {
    if (status != expected) {
      throw new IllegalStateException("Expected status " + expected + ", got " + status + ": " + body);
    }
    return body;
  }
}
