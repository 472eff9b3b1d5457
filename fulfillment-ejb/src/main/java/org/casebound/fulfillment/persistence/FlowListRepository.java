package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.FlowFilter;

/**
 * Lists of flows, and how many have not ended. The index on flows begins with the name of the process, so what is asked of all processes is
 * asked with all their names.
 */
@Dependent
public class FlowListRepository {
  /** Flows that have not ended. */
  public static final Set<FlowState> OPEN =
      Set.of(FlowState.NOT_STARTED, FlowState.IN_PROGRESS, FlowState.SUSPENDED, FlowState.ERROR);

  @Inject private EntityManager entities;

  /** Flows before that id, newest first. */
  public List<FulfillmentFlow> list(FlowFilter filter, Instant now, long beforeId, int size) {
    return query("select f", filter, now, FulfillmentFlow.class, " and f.id < :before order by f.id desc")
        .setParameter("before", beforeId)
        .setMaxResults(size)
        .getResultList();
  }

  /** Id and case of each flow, oldest first. */
  public List<Object[]> targets(FlowFilter filter, Instant now, int most) {
    return query("select f.id, f.caseId", filter, now, Object[].class, " order by f.id").setMaxResults(most).getResultList();
  }

  /** How many flows there are. */
  public long count(FlowFilter filter, Instant now) {
    return query("select count(f)", filter, now, Long.class, "").getSingleResult();
  }

  /**
   * How many flows have not ended: process, version, state, stage (may be null), and one number for each {@link AgeBand} in its order.
   */
  public List<Object[]> census(Instant now) {
    List<String> columns = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    for (AgeBand band : AgeBand.values()) {
      columns.add("sum(case when " + of(band, now, band.name(), parameters) + " then 1 else 0 end)");
    }
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select f.processName, f.processVersion, f.state, f.stage, "
                + String.join(", ", columns)
                + " from FulfillmentFlow f where f.processName in :names and f.state in :open"
                + " group by f.processName, f.processVersion, f.state, f.stage"
                + " order by f.processName, f.processVersion, f.state, f.stage",
            Object[].class);
    parameters.forEach(query::setParameter);
    return query.setParameter("names", names()).setParameter("open", OPEN).getResultList();
  }

  private <T> TypedQuery<T> query(String select, FlowFilter filter, Instant now, Class<T> type, String end) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    conditions.add("f.processName in :names");
    parameters.put("names", filter.process().map(List::of).orElseGet(this::names));
    filter.version().ifPresent(version -> conditions.add("f.processVersion = " + parameter("version", version, parameters)));
    filter.state().ifPresent(state -> conditions.add("f.state = " + parameter("state", state, parameters)));
    filter.stage().ifPresent(stage -> conditions.add("f.stage = " + parameter("stage", stage, parameters)));
    filter.age().ifPresent(band -> conditions.add(of(band, now, "", parameters)));
    if (filter.open() && filter.state().isEmpty()) {
      conditions.add("f.state in " + parameter("open", OPEN, parameters));
    }
    if (filter.retrying()) {
      conditions.add(
          "f.id in (select a.flowId from StepAttempt a where a.state = "
              + parameter("planned", AttemptState.PLANNED, parameters)
              + " and a.dueAt is not null)");
    }
    TypedQuery<T> query =
        entities.createQuery(select + " from FulfillmentFlow f where " + String.join(" and ", conditions) + end, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  private static String of(AgeBand band, Instant now, String suffix, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    band.after(now).ifPresent(time -> conditions.add("f.startedAt > " + parameter("after" + suffix, time, parameters)));
    band.until(now).ifPresent(time -> conditions.add("f.startedAt <= " + parameter("until" + suffix, time, parameters)));
    return String.join(" and ", conditions);
  }

  private static String parameter(String name, Object value, Map<String, Object> parameters) {
    parameters.put(name, value);
    return ":" + name;
  }

  private List<String> names() {
    return entities.createQuery("select distinct p.name from ProcessVersion p", String.class).getResultList();
  }
}
