package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.InboxRepository;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/** Work items for a caller: found, locked, and every change noted. */
@Dependent
class WorkItemAccess {
  @Inject private WorkItemRepository items;
  @Inject private InboxRepository inbox;
  @Inject private Visibility visibility;
  @Inject private CaseHistory history;
  @Inject private Clock clock;

  /** @throws UnknownRecord when there is none that the caller may see */
  WorkItem require(long id, Caller caller) {
    return seen(items.find(id), id, caller);
  }

  /**
   * The item, its row locked until the transaction ends.
   *
   * @throws UnknownRecord when there is none that the caller may see
   */
  WorkItem lock(long id, Caller caller) {
    return seen(inbox.lock(id), id, caller);
  }

  private WorkItem seen(Optional<WorkItem> found, long id, Caller caller) {
    return found.filter(item -> visibility.sees(caller, item)).orElseThrow(() -> new UnknownRecord("work item", id));
  }

  /** One line of the history, also when the state is the same as before. */
  void note(WorkItem item, Caller caller, WorkItemState before, String why) {
    String whose = item.onBehalfOf().map(" (on behalf of %s)"::formatted).orElse("");
    history.workItem(item.caseId(), caller.name(), item.stepName(), before, item.state(), (why + whose).strip(), clock.instant());
  }
}
