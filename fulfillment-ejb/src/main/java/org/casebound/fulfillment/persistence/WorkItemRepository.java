package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;

/** Work items. Works in the caller's transaction. */
@Dependent
public class WorkItemRepository {
  @Inject private EntityManager entities;

  public Optional<WorkItem> find(long id) {
    return Optional.ofNullable(entities.find(WorkItem.class, id));
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

  /** All items of a case, oldest first. */
  public List<WorkItem> ofCase(long caseId) {
    return entities
        .createQuery("select w from WorkItem w where w.caseId = :case order by w.id", WorkItem.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
