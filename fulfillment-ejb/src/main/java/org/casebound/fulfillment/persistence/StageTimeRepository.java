package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;

/** When flows and their stages began and ended. */
@Dependent
public class StageTimeRepository {
  @Inject private EntityManager entities;

  /** The newest completed flows of a process: id, begin and end. */
  public List<Object[]> completed(String process, int most) {
    return entities
        .createQuery(
            "select f.id, f.startedAt, f.endedAt from FulfillmentFlow f where f.processName = :process and f.state = :completed order by f.id desc",
            Object[].class)
        .setParameter("process", process)
        .setParameter("completed", FlowState.COMPLETED)
        .setMaxResults(most)
        .getResultList();
  }

  /** The completed stages of flows: name, begin and end, in the order in which they were entered. */
  public List<Object[]> stages(Collection<Long> flows) {
    return entities
        .createQuery(
            "select s.name, s.startedAt, s.endedAt from Stage s where s.flowId in :flows and s.state = :completed order by s.entry, s.name",
            Object[].class)
        .setParameter("flows", flows)
        .setParameter("completed", StageState.COMPLETED)
        .getResultList();
  }
}
