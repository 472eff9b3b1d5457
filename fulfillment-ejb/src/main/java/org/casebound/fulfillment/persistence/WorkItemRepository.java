package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;

/** Work items. Works in the caller's transaction. */
@Dependent
public class WorkItemRepository {
  @PersistenceContext private EntityManager entities;

  public void add(WorkItem item) {
    entities.persist(item);
  }

  public Optional<WorkItem> find(long id) {
    return Optional.ofNullable(entities.find(WorkItem.class, id));
  }

  /** The open items of a step. */
  public List<WorkItem> openOf(long stepId) {
    return entities
        .createQuery(
            "select w from WorkItem w where w.stepId = :step and w.state in (:offered, :claimed)", WorkItem.class)
        .setParameter("step", stepId)
        .setParameter("offered", WorkItemState.OFFERED)
        .setParameter("claimed", WorkItemState.CLAIMED)
        .getResultList();
  }
}
