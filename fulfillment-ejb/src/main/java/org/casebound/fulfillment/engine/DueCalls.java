package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.integration.CallTask;

/**
 * Takes due tries together, and one by one when that fails: one that can not be taken, because its records can not be read or its process
 * lacks what it needs, does not hold up the others. It waits a while, and its message says why.
 */
@ApplicationScoped
public class DueCalls {
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Inject private DueAttempts due;

  /** Takes up to {@code limit} leases for this node. */
  @SuppressWarnings("PMD.AvoidCatchingGenericException") // whatever it was, the other tries are due, too
  List<CallTask> take(int limit) {
    try {
      return due.take(limit);
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.debug("Due tries could not be taken together; they are taken one by one", failure);
      return due.find(limit).stream().flatMap(this::takeOne).toList();
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // so that the next one has its turn
  private Stream<CallTask> takeOne(long id) {
    try {
      return due.takeOne(id).stream();
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.attemptNotTaken(id, PAUSE, failure);
      due.putOff(id, "This try can not be taken up: %s. The next attempt to do so is made in %s.".formatted(cause(failure), PAUSE), PAUSE);
      return Stream.empty();
    }
  }

  private static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
