package org.casebound.fulfillment.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.config.FulfillmentLog;

/** Does the tasks whose time has come, one after the other; called by the look for due work. */
@ApplicationScoped
public class DueTasks {
  @Inject private DueTaskClaims claims;
  @Inject private DueErrands errands;

  /**
   * Does up to {@code limit} due tasks, and has errands begun on other threads.
   *
   * @return how many were found that are no errands
   */
  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a timer: one task that fails does not stop the others
  public int runDue(int limit) {
    errands.look();
    List<Long> due = claims.take(limit);
    for (long task : due) {
      try {
        claims.run(task);
      } catch (StaleRecord overtaken) {
        FulfillmentLog.LOG.debugf("Due task %d was overtaken: %s", task, overtaken.getMessage());
      } catch (RuntimeException failure) {
        FulfillmentLog.LOG.dueTaskFailed(task, failure);
        claims.failed(task, String.valueOf(failure.getMessage()));
      }
    }
    return due.size();
  }
}
