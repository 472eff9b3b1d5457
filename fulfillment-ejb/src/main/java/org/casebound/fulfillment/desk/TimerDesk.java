package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.DueTaskListRepository;

/** What operators see of the things that are to happen at a time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class TimerDesk {
  /** A task that was due a moment ago is not overdue: the nodes look for due work with pauses. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject private DueTaskListRepository tasks;
  @Inject private Clock clock;

  /** How many there are, by kind; a kind without any is left out. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<TimerCount> counts() {
    Map<DueTaskKind, Long> failed = tasks.failed();
    return tasks.counts(late()).stream()
        .map(count -> new TimerCount(count.kind(), count.all(), count.next(), count.late(), failed.getOrDefault(count.kind(), 0L)))
        .toList();
  }

  /** Tasks, those due first first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<TimerLine> page(TimerQuery query) {
    int size = Cursor.size(query.size());
    List<DueTask> found =
        tasks.list(
            new DueTaskListRepository.Filter(
                query.kind(),
                query.which() == TimerQuery.Which.OVERDUE ? Optional.of(late()) : Optional.empty(),
                query.which() == TimerQuery.Which.FAILED,
                query.cursor().map(TimerDesk::place)),
            size + 1);
    return Cursor.pageBy(found, size, TimerDesk::cursor, TimerLine::of);
  }

  private Instant late() {
    return clock.instant().minus(PATIENCE);
  }

  private static String cursor(DueTask task) {
    return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, task.dueAt()), task.id());
  }

  private static DueTaskListRepository.Place place(String cursor) {
    long[] numbers = Cursor.numbers(cursor, 2);
    return new DueTaskListRepository.Place(Instant.EPOCH.plus(numbers[0], ChronoUnit.MICROS), numbers[1]);
  }
}
