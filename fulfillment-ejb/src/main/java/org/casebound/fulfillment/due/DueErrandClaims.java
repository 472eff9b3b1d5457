package org.casebound.fulfillment.due;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.persistence.DueTaskRepository;

/** The transactions around errands: lease, what comes of it, failure. Called by threads that have none, so each call is one of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DueErrandClaims {
  @Inject private DueTaskRepository tasks;
  @Inject private Clock clock;

  /**
   * A task that this node has the lease of.
   *
   * @param leaseEnd tells this lease from any later one, because nobody else takes the task before
   */
  record Leased(long taskId, DueTaskKind kind, long subjectId, Instant leaseEnd) {}

  /**
   * Takes up to {@code limit} leases for this node.
   *
   * @param lease how long they last
   */
  public List<Leased> take(DueTaskKind kind, Duration lease, int limit) {
    Instant now = clock.instant();
    return tasks.lockDue(List.of(kind), now, limit).stream().map(task -> lease(task, now.plus(lease))).toList();
  }

  private static Leased lease(DueTask task, Instant end) {
    task.lease(end);
    return new Leased(task.id(), task.kind(), task.subjectId(), end);
  }

  /**
   * Applies what came of an errand and deletes its task.
   *
   * @throws StaleRecord DUE-002 when the lease ended and another node took it, or it was canceled; nothing has happened
   */
  public void end(Leased errand, DueErrand.Ending ending) {
    DueTask task =
        held(errand).orElseThrow(() -> new StaleRecord("DUE-002", "Task %d was canceled, or taken by another node.".formatted(errand.taskId())));
    ending.apply(task, clock.instant());
    if (!tasks.done(task)) {
      throw new StaleRecord("DUE-002", "Task %d was canceled, or taken by another node.".formatted(errand.taskId()));
    }
  }

  /** Notes that an errand failed; it comes again. */
  public void failed(Leased errand, DueErrand runner, String why) {
    held(errand)
        .ifPresent(
            task -> {
              if (task.failures() == 0) {
                FulfillmentLog.LOG.errandFailed(task.id(), task.kind(), why);
              }
              task.fail(why, runner.longestPause(), clock.instant());
              runner.failed(task, why, clock.instant());
            });
  }

  private Optional<DueTask> held(Leased errand) {
    return tasks.find(errand.taskId()).filter(task -> task.dueAt().equals(errand.leaseEnd()));
  }
}
