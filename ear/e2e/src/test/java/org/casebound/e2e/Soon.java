package org.casebound.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** A moment that comes soon, and is still ahead when the server reads it, however slow the machine is. */
public final class Soon {
  private static final Duration SHORTEST = Duration.ofMillis(800);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Soon() {}

  /** Sends a call with such a moment; one that the server finds past is sent again with a later one. */
  public static Reply send(Function<Instant, Reply> call) {
    Duration ahead = SHORTEST;
    Reply reply = call.apply(Instant.now().plus(ahead));
    while (reply.body().contains("PROC-021") && ahead.compareTo(LONGEST) < 0) {
      ahead = ahead.multipliedBy(2);
      reply = call.apply(Instant.now().plus(ahead));
    }
    return reply;
  }
}
