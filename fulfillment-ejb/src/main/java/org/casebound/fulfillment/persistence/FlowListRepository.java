package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;

/** Lists of flows. */
@Dependent
public class FlowListRepository {
  @Inject private EntityManager entities;

  /** What is asked for. */
  public record Filter(
      Optional<String> process,
      Optional<Integer> version,
      Optional<FlowState> state,
      Optional<String> stage,
      long beforeId,
      int size) {}

  /** Flows, newest first. */
  public List<FulfillmentFlow> list(Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<FulfillmentFlow> query = builder.createQuery(FulfillmentFlow.class);
    Root<FulfillmentFlow> flow = query.from(FulfillmentFlow.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.lessThan(flow.get("id"), filter.beforeId()));
    filter.process().ifPresent(name -> conditions.add(builder.equal(flow.get("processName"), name)));
    filter.version().ifPresent(version -> conditions.add(builder.equal(flow.get("processVersion"), version)));
    filter.state().ifPresent(state -> conditions.add(builder.equal(flow.get("state"), state)));
    filter.stage().ifPresent(stage -> conditions.add(builder.equal(flow.get("stage"), stage)));
    query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(flow.get("id")));
    return entities.createQuery(query).setMaxResults(filter.size()).getResultList();
  }
}
