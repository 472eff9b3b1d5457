package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.casebound.fulfillment.event.CaseEvent;

/** Events that cases were told. Works in the caller's transaction. */
@Dependent
public class CaseEventRepository {
  @Inject private EntityManager entities;

  /** The event of that id. */
  public Optional<CaseEvent> find(long caseId, String eventId) {
    return entities
        .createQuery("select e from CaseEvent e where e.caseId = :case and e.eventId = :id", CaseEvent.class)
        .setParameter("case", caseId)
        .setParameter("id", eventId)
        .getResultStream()
        .findFirst();
  }

  /** The oldest event of that name that no step has awaited yet. */
  public Optional<CaseEvent> waiting(long caseId, String name) {
    return entities
        .createQuery(
            "select e from CaseEvent e where e.caseId = :case and e.state = :state and e.name = :name order by e.id",
            CaseEvent.class)
        .setParameter("case", caseId)
        .setParameter("state", CaseEvent.State.WAITING)
        .setParameter("name", name)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
