package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.Incident;
import org.casebound.fulfillment.desk.IncidentFilter;

/** Lists and groups of incidents. Works in the caller's transaction. */
@Dependent
public class IncidentRepository {
  @Inject private EntityManager entities;

  /** Open incidents before that id, newest first. */
  public List<Incident> list(IncidentFilter filter, long beforeId, int size) {
    return query("select i", filter, Incident.class, " and i.id < :before order by i.id desc")
        .setParameter("before", beforeId)
        .setMaxResults(size)
        .getResultList();
  }

  /** Open incidents, oldest first. */
  public List<Incident> targets(IncidentFilter filter, int most) {
    return query("select i", filter, Incident.class, " order by i.id").setMaxResults(most).getResultList();
  }

  /** How many open incidents there are. */
  public long count(IncidentFilter filter) {
    return query("select count(i)", filter, Long.class, "").getSingleResult();
  }

  /**
   * Causes of open incidents, those of most incidents first: process, step, code, connector, how many, when the first and the last was
   * raised, and the id of the newest.
   */
  public List<Object[]> groups(IncidentFilter filter, int most) {
    return query(
            "select i.processName, i.stepName, i.code, i.connector, count(i), min(i.raisedAt), max(i.raisedAt), max(i.id)",
            filter,
            Object[].class,
            " group by i.processName, i.stepName, i.code, i.connector order by count(i) desc, max(i.id) desc")
        .setMaxResults(most)
        .getResultList();
  }

  /** Incidents by their ids. */
  public List<Incident> read(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities.createQuery("select i from Incident i where i.id in :ids", Incident.class).setParameter("ids", ids).getResultList();
  }

  /** All incidents of flows, resolved ones, too. */
  public List<Incident> ofFlows(Collection<Long> flows) {
    return flows.isEmpty()
        ? List.of()
        : entities.createQuery("select i from Incident i where i.flowId in :flows", Incident.class).setParameter("flows", flows).getResultList();
  }

  private <T> TypedQuery<T> query(String select, IncidentFilter filter, Class<T> type, String end) {
    List<String> conditions = new ArrayList<>(List.of("i.resolvedAt is null"));
    Map<String, Object> parameters = new HashMap<>();
    equal("processName", filter.process(), conditions, parameters);
    equal("stepName", filter.step(), conditions, parameters);
    equal("code", filter.code(), conditions, parameters);
    equal("connector", filter.connector(), conditions, parameters);
    TypedQuery<T> query = entities.createQuery(select + " from Incident i where " + String.join(" and ", conditions) + end, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  private static void equal(String member, Optional<String> value, List<String> conditions, Map<String, Object> parameters) {
    value.ifPresent(
        wanted -> {
          conditions.add("i." + member + " = :" + member);
          parameters.put(member, wanted);
        });
  }
}
