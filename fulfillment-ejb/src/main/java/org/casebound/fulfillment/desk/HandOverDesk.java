package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.WorkNotices;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Gives work items to other people and queues, and changes their priority. Separation of duties holds for the receiver; whether he
 * belongs to the queue is known only when he acts (see decision 0008).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class HandOverDesk {
  private static final int LONGEST_NAME = 255;

  @Inject private WorkItemAccess items;
  @Inject private WorkItemViews views;
  @Inject private WorkNotices notices;
  @Inject private Clock clock;
  @Inject private ProcessCatalog catalog;
  @Resource private SessionContext context;

  /**
   * Another person has the item from now on.
   *
   * @param reason for the history; may be empty
   * @throws org.casebound.domain.shared.StaleRecord WORK-002 when it has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-003 when the receiver may not work it, WORK-007 when the caller neither has it
   *     nor is a lead
   * @throws RuleViolation WORK-009 when the receiver has no name
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemView reassign(long id, String receiver, String reason) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    WorkItemState before = item.state();
    item.reassign(caller.name(), caller.is(Caller.LEAD), named(receiver));
    items.note(item, caller, before, text("reassigned to " + receiver, reason));
    notices.assigned(item, receiver, caller.name(), reason, clock.instant());
    return views.of(item, caller);
  }

  /**
   * The item goes to everybody of a queue.
   *
   * @param reason for the history; may be empty
   * @throws org.casebound.domain.shared.StaleRecord WORK-002 when it has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-007 when the caller neither has it nor is a lead
   * @throws RuleViolation WORK-013 when there is no such queue
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemView move(long id, String queue, String reason) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    if (!catalog.hasQueue(queue)) {
      throw new RuleViolation("WORK-013", "There is no queue '%s'.".formatted(queue));
    }
    WorkItemState before = item.state();
    item.moveTo(caller.name(), caller.is(Caller.LEAD), queue);
    items.note(item, caller, before, text("moved to queue " + queue, reason));
    return views.of(item, caller);
  }

  /**
   * Another person works an own item on the caller's behalf; releasing it gives it back.
   *
   * @param reason for the history; may be empty
   * @throws org.casebound.domain.shared.StaleRecord WORK-002 when it has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-003 when the receiver may not work it, WORK-004 when the caller does not have it
   * @throws RuleViolation WORK-008 when the receiver is the caller, WORK-009 when he has no name
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemView delegate(long id, String receiver, String reason) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    WorkItemState before = item.state();
    item.delegate(caller.name(), named(receiver));
    items.note(item, caller, before, text("delegated to " + receiver, reason));
    notices.assigned(item, receiver, caller.name(), reason, clock.instant());
    return views.of(item, caller);
  }

  /**
   * The item has another priority.
   *
   * @param reason for the history; may be empty
   * @throws org.casebound.domain.shared.StaleRecord WORK-002 when it has ended
   * @throws org.casebound.domain.shared.ForbiddenAction WORK-007 when the caller neither has it nor is a lead
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public WorkItemView prioritize(long id, Priority priority, String reason) {
    Caller caller = Caller.of(context);
    WorkItem item = items.lock(id, caller);
    Priority before = item.priority();
    item.prioritize(caller.name(), caller.is(Caller.LEAD), priority);
    items.note(item, caller, item.state(), text("priority %s, was %s".formatted(priority, before), reason));
    return views.of(item, caller);
  }

  private static String named(String receiver) {
    if (receiver.isBlank() || receiver.length() > LONGEST_NAME || !receiver.equals(receiver.strip())) {
      throw new RuleViolation("WORK-009", "Name the person by the user name, 1 to %d characters.".formatted(LONGEST_NAME));
    }
    return receiver;
  }

  private static String text(String what, String reason) {
    return reason.isBlank() ? what : what + ": " + reason.strip();
  }
}
