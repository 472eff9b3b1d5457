package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;

/** Work items. Works in the caller's transaction. */
@Dependent
public class WorkItemRepository {
  @Inject private EntityManager entities;

  public Optional<WorkItem> find(long id) {
    return Optional.ofNullable(entities.find(WorkItem.class, id));
  }

  /** The item is kept for its assignee until then; its version stays. */
  public void keepUntil(long id, Instant leaseEnd) {
    entities
        .createQuery("update WorkItem w set w.hold.leaseUntil = :until where w.id = :id")
        .setParameter("until", leaseEnd)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** The open items of a step. */
  public List<WorkItem> openOf(long caseId, long stepId) {
    return entities
        .createQuery(
            "select w from WorkItem w where w.caseId = :case and w.stepId = :step and w.state in (:offered, :claimed)", WorkItem.class)
        .setParameter("case", caseId)
        .setParameter("step", stepId)
        .setParameter("offered", WorkItemState.OFFERED)
        .setParameter("claimed", WorkItemState.CLAIMED)
        .getResultList();
  }

  /** The open items of a case. */
  public List<WorkItem> openOfCase(long caseId) {
    return entities
        .createQuery("select w from WorkItem w where w.caseId = :case and w.state in (:offered, :claimed) order by w.id", WorkItem.class)
        .setParameter("case", caseId)
        .setParameter("offered", WorkItemState.OFFERED)
        .setParameter("claimed", WorkItemState.CLAIMED)
        .getResultList();
  }

  /** The open items of steps of a flow. */
  public List<WorkItem> openOf(long caseId, long flowId, Set<String> steps) {
    return openOfCase(caseId).stream().filter(item -> item.flowId() == flowId && steps.contains(item.stepName())).toList();
  }

  /** The completed items of steps of a flow, of all their runs. */
  public List<WorkItem> completedOf(long caseId, long flowId, Set<String> steps) {
    return entities
        .createQuery(
            "select w from WorkItem w where w.caseId = :case and w.flowId = :flow and w.stepName in :steps and w.state = :completed",
            WorkItem.class)
        .setParameter("case", caseId)
        .setParameter("flow", flowId)
        .setParameter("steps", steps)
        .setParameter("completed", WorkItemState.COMPLETED)
        .getResultList();
  }

  /** All items of a case, oldest first. */
  public List<WorkItem> ofCase(long caseId) {
    return entities
        .createQuery("select w from WorkItem w where w.caseId = :case order by w.id", WorkItem.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
