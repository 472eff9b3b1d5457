package org.casebound.fulfillment.integration;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.RetryableUnavailableException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;

/**
 * Failures that say nothing of the back office, because the call never came so far: this server itself did not send it. They do not count
 * for the circuit of the connector.
 */
public final class OwnFailure {
  /** Code when the connector's pool had no free connection within its wait. */
  static final String BUSY = "CONNECTOR_BUSY";

  /** Code when what is bound under the connector's name is no connection factory that calls can go through. */
  static final String KIND = "CONNECTOR_KIND";

  /** Code when the nodes that called fell silent too often; nothing was called again. */
  static final String TRIES_USED_UP = "TRIES_USED_UP";

  /** Code when an earlier try is in doubt, and the back office can not be asked; nothing was called again. */
  static final String IN_DOUBT = "IN_DOUBT";

  /** What connectors say when the server has no work thread for them. */
  private static final String NO_THREAD = "NO_THREAD";

  /** What the HTTP connector says when its back office takes no more requests at a time over its HTTP/2 connection. */
  private static final String NO_STREAM = "NO_STREAM";

  private static final Set<String> CONGESTION = Set.of(BUSY, NO_THREAD, NO_STREAM);
  private static final Set<String> NEVER_SENT = Set.of(KIND, TRIES_USED_UP, IN_DOUBT, SharedCommit.UNSAFE);

  /** Codes of rules: what was to be sent did not fit the definition. */
  private static final Pattern RULE = Pattern.compile("[A-Z]+-[0-9]{3}");

  /** By this number, and by nothing else, WildFly's pool says that all its connections are in use. */
  private static final String POOL_EXHAUSTED = "IJ000655";

  private OwnFailure() {}

  /** Whether an outcome says nothing of the back office. */
  public static boolean is(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        && (isCongestion(failed) || NEVER_SENT.contains(failed.code()) || RULE.matcher(failed.code()).matches());
  }

  /** Whether there was only no room for the call: it can be sent as soon as others have come back, and this was no try of it. */
  public static boolean isCongestion(Outcome.Failed failed) {
    return failed.kind() == Failure.TRANSIENT && CONGESTION.contains(failed.code());
  }

  /** Whether a pool refused a connection because all of them are in use. */
  static boolean isExhaustion(ResourceException refusal) {
    return Stream.<Throwable>iterate(refusal, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof RetryableUnavailableException || String.valueOf(cause.getMessage()).contains(POOL_EXHAUSTED));
  }
}
