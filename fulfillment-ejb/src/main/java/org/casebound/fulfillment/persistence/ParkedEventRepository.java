package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.casebound.domain.flow.ParkedEvent;

/** What happened to suspended flows. Works in the caller's transaction. */
@Dependent
public class ParkedEventRepository {
  @Inject private EntityManager entities;

  /** What happened to the flow, in order. */
  public List<ParkedEvent> of(long flowId) {
    return entities
        .createQuery(
            "select p from ParkedEvent p where p.flowId = :flow order by p.parkedAt, p.id", ParkedEvent.class)
        .setParameter("flow", flowId)
        .getResultList();
  }

  /** The flow was told. */
  public void remove(List<ParkedEvent> told) {
    told.forEach(entities::remove);
  }
}
