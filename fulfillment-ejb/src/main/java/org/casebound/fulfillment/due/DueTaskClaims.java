package org.casebound.fulfillment.due;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.persistence.DueTaskRepository;

/** The transactions around due tasks: lease, doing, failure. Called by threads that have none, so each call is one of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DueTaskClaims {
  private static final List<DueTaskKind> KINDS = Arrays.stream(DueTaskKind.values()).filter(kind -> !kind.isErrand()).toList();

  @Inject private DueTaskRepository tasks;
  @Inject @Any private Instance<DueTaskHandler> handlers;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;

  /** Takes up to {@code limit} leases for this node, of tasks that are no errands; the ids of the tasks. */
  public List<Long> take(int limit) {
    Instant now = clock.instant();
    List<DueTask> due = tasks.lockDue(KINDS, now, limit);
    due.forEach(task -> task.lease(now.plus(settings.lease())));
    return due.stream().map(DueTask::id).toList();
  }

  /**
   * Does a task that this node has the lease of, and deletes it.
   *
   * @throws StaleRecord DUE-001 when it was canceled or moved while it was being done; nothing has happened
   */
  public void run(long taskId) {
    tasks
        .find(taskId)
        .ifPresent(
            task -> {
              handlerOf(task.kind()).handle(task, clock.instant());
              if (!tasks.done(task)) {
                throw new StaleRecord("DUE-001", "Task %d was canceled or moved while it was done.".formatted(taskId));
              }
            });
  }

  /** Notes that a task failed; it comes again. */
  public void failed(long taskId, String why) {
    tasks.find(taskId).ifPresent(task -> task.fail(why, clock.instant()));
  }

  private DueTaskHandler handlerOf(DueTaskKind kind) {
    return handlers.stream()
        .filter(handler -> handler.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody does due tasks of kind " + kind));
  }
}
