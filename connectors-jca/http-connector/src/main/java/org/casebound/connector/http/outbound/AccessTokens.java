package org.casebound.connector.http.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one access token, fetches the next one before it expires, and only once for however many callers: those who come
 * meanwhile wait for the same answer. Thread-safe.
 */
final class AccessTokens {
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);
  private static final int MARGIN_PART = 10;

  private final TokenEndpoint endpoint;
  private final Clock clock;
  private @Nullable String token;
  private Instant renewAt = Instant.MIN;
  private @Nullable CompletableFuture<Answer> fetching;

  AccessTokens(TokenEndpoint endpoint, Clock clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /** What a token endpoint gave: a closed set. */
  sealed interface Answer permits Fetched, NotFetched {}

  /**
   * A token.
   *
   * @param lifetime for how long it is valid, greater than zero
   */
  record Fetched(String token, Duration lifetime) implements Answer {
    @Override
    public String toString() {
      return "Fetched[" + lifetime + "]";
    }
  }

  /** No token, and why. */
  record NotFetched(Outcome.Failed reason) implements Answer {}

  /** A valid token, fetched if need be within the caller's patience. */
  Answer get(Duration patience) {
    CompletableFuture<Answer> answer;
    boolean first = false;
    synchronized (this) {
      if (token != null && clock.instant().isBefore(renewAt)) {
        return new Fetched(token, Duration.between(clock.instant(), renewAt));
      }
      if (fetching == null) {
        fetching = new CompletableFuture<>();
        first = true;
      }
      answer = fetching;
    }
    return first ? fetch(answer, patience) : await(answer, patience);
  }

  /** The back office did not take this token; the next caller gets another one. */
  synchronized void drop(String refused) {
    if (refused.equals(token)) {
      token = null;
    }
  }

  private Answer fetch(CompletableFuture<Answer> answer, Duration patience) {
    Answer got = new NotFetched(unavailable("The token endpoint could not be asked."));
    try {
      got = endpoint.fetch(patience);
    } finally {
      keep(got);
      answer.complete(got);
    }
    return got;
  }

  private synchronized void keep(Answer got) {
    fetching = null;
    if (got instanceof Fetched fetched) {
      Duration margin = fetched.lifetime().dividedBy(MARGIN_PART);
      token = fetched.token();
      renewAt = clock.instant()
          .plus(fetched.lifetime())
          .minus(margin.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : margin);
    }
  }

  private static Answer await(CompletableFuture<Answer> answer, Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return new NotFetched(unavailable("The token endpoint did not answer in time."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NotFetched(unavailable("The call was interrupted while it waited for a token."));
    }
  }

  static Outcome.Failed unavailable(String message) {
    return new Outcome.Failed(Failure.TRANSIENT, "TOKEN_UNAVAILABLE", message, Optional.empty());
  }
}
