package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.Stage;
import org.casebound.domain.flow.Step;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** Flows with their stages, steps and incidents. Works in the caller's transaction. */
@Dependent
public class FlowRepository {
  private static final Set<FlowState> OPEN =
      Arrays.stream(FlowState.values()).filter(state -> !FlowState.TABLE.isFinal(state)).collect(Collectors.toUnmodifiableSet());

  private static final String FLOWS_OF_CASE = "select f.id from FulfillmentFlow f where f.caseId = :case";

  @Inject private EntityManager entities;
  @Inject private NewRecords records;

  public Optional<FulfillmentFlow> find(long id) {
    return Optional.ofNullable(entities.find(FulfillmentFlow.class, id));
  }

  /** Flows in one query; those that {@link #find} asks for afterwards in this transaction cost none. */
  public List<FulfillmentFlow> read(Collection<Long> ids) {
    return entities
        .createQuery("select f from FulfillmentFlow f where f.id in :ids", FulfillmentFlow.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The flow, its row locked until the transaction ends: the lock under which all of the flow's records change. */
  public Optional<FulfillmentFlow> lock(long id) {
    return Optional.ofNullable(entities.find(FulfillmentFlow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The flow of a work item, locked in the same way; the item's row is not locked. */
  public Optional<FulfillmentFlow> lockOfItem(long workItemId) {
    return entities
        .createQuery(
            "select f from FulfillmentFlow f where f.id = (select w.flowId from WorkItem w where w.id = :item)", FulfillmentFlow.class)
        .setParameter("item", workItemId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /**
   * Takes records that another transaction read or wrote into this one, without reading them again. They are written in this
   * order if they change; when somebody else has changed one of these meanwhile, the transaction fails.
   */
  public void attach(List<Object> records) {
    Session session = entities.unwrap(Session.class);
    records.forEach(record -> session.lock(record, LockMode.NONE));
  }

  /** The flows of a case that are in progress, their rows locked until the transaction ends. */
  public List<FulfillmentFlow> lockRunningOf(long caseId) {
    return lockOf(caseId, Set.of(FlowState.IN_PROGRESS));
  }

  /** The flows of a case that have not ended, those that have not begun included, their rows locked until the transaction ends. */
  public List<FulfillmentFlow> lockOpenOf(long caseId) {
    return lockOf(caseId, OPEN);
  }

  private List<FulfillmentFlow> lockOf(long caseId, Set<FlowState> states) {
    return entities
        .createQuery("select f from FulfillmentFlow f where f.caseId = :caseId and f.state in :states order by f.id", FulfillmentFlow.class)
        .setParameter("caseId", caseId)
        .setParameter("states", states)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** The flows of a case, oldest first. */
  public List<FulfillmentFlow> flowsOf(long caseId) {
    return entities
        .createQuery("select f from FulfillmentFlow f where f.caseId = :caseId order by f.id", FulfillmentFlow.class)
        .setParameter("caseId", caseId)
        .getResultList();
  }

  /** How often a flow was begun for a case, what is not in the database yet included. */
  public int runsOf(long caseId, String name) {
    Long stored =
        entities
            .createQuery("select count(f) from FulfillmentFlow f where f.caseId = :caseId and f.name = :name", Long.class)
            .setParameter("caseId", caseId)
            .setParameter("name", name)
            .getSingleResult();
    long held =
        records.of(FulfillmentFlow.class).stream()
            .filter(flow -> flow.caseId() == caseId && flow.name().equals(name))
            .count();
    return Math.toIntExact(stored + held);
  }

  /**
   * What was begun of flows.
   *
   * @param stages all runs of their stages; a straight-through flow has none
   * @param steps all runs of their steps
   */
  public record Begun(List<Stage> stages, List<Step> steps) {
    /** What was begun of one of the flows. */
    public Begun of(FulfillmentFlow flow) {
      return new Begun(
          stages.stream().filter(stage -> stage.flowId() == flow.id()).toList(),
          steps.stream().filter(step -> step.flowId() == flow.id()).toList());
    }
  }

  /**
   * What was begun of a flow.
   *
   * @param staged whether it has stages of its own
   */
  public Begun begun(long flowId, boolean staged) {
    return new Begun(
        staged ? stagesOf(flowId) : List.of(),
        entities
            .createQuery("select s from Step s where s.flowId = :flow order by s.id", Step.class)
            .setParameter("flow", flowId)
            .getResultList());
  }

  /** All runs of a flow's stages. */
  public List<Stage> stagesOf(long flowId) {
    return entities
        .createQuery("select s from Stage s where s.flowId = :flow order by s.id", Stage.class)
        .setParameter("flow", flowId)
        .getResultList();
  }

  /** What was begun of all flows of a case. */
  public Begun begunOfCase(long caseId) {
    return new Begun(
        entities
            .createQuery("select s from Stage s where s.flowId in (" + FLOWS_OF_CASE + ") order by s.id", Stage.class)
            .setParameter("case", caseId)
            .getResultList(),
        entities
            .createQuery("select s from Step s where s.flowId in (" + FLOWS_OF_CASE + ") order by s.id", Step.class)
            .setParameter("case", caseId)
            .getResultList());
  }

  /** All runs of the steps of flows. */
  public List<Step> stepsOf(List<Long> flowIds) {
    return entities
        .createQuery("select s from Step s where s.flowId in :flows order by s.id", Step.class)
        .setParameter("flows", flowIds)
        .getResultList();
  }

  public Optional<Incident> incident(long id) {
    return Optional.ofNullable(entities.find(Incident.class, id));
  }

  /** All incidents of a case, oldest first. */
  public List<Incident> incidentsOf(long caseId) {
    return entities
        .createQuery("select i from Incident i where i.caseId = :caseId order by i.id", Incident.class)
        .setParameter("caseId", caseId)
        .getResultList();
  }

  /** The open incidents of a flow. */
  public List<Incident> openIncidentsOf(long flowId) {
    return entities
        .createQuery("select i from Incident i where i.flowId = :flow and i.resolvedAt is null", Incident.class)
        .setParameter("flow", flowId)
        .getResultList();
  }
}
