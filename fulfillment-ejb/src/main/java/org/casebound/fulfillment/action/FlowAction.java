package org.casebound.fulfillment.action;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An action of the installation that flows may run: a CDI bean whose {@code @Named} name definitions use. It runs outside any
 * transaction. It may run again with the same key: after a failure that says so, and when the node died before the outcome was
 * stored; it has its effect once per key. Thread-safe.
 */
public interface FlowAction {
  /** Does it. A runtime exception counts as {@link Result.Failed} that may be tried again. */
  Result run(Call call);

  /**
   * What is asked.
   *
   * @param key the same for every try
   * @param caseNumber for logs
   * @param input values by input name
   */
  record Call(String key, String caseNumber, Map<String, Object> input) {}

  /** What became of it. */
  sealed interface Result {
    /** It is done; expressions of the definition see the values as {@code reply}. */
    record Done(Map<String, Object> reply) implements Result {}

    /** It will not be done; the flow takes the fault path. */
    record Refused(String code, String message) implements Result {}

    /**
     * It could not be done now; it had no effect.
     *
     * @param retryAfter least pause before the next try
     */
    record Failed(String code, String message, Optional<Duration> retryAfter) implements Result {}
  }
}
