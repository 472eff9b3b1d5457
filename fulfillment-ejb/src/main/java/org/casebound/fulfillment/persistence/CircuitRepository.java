package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.integration.Circuit;
import org.casebound.domain.integration.CircuitChange;

/** The circuits of connectors; only those that ever changed have a row. Works in the caller's transaction. */
@Dependent
public class CircuitRepository {
  @Inject private EntityManager entities;

  /** All of them; there are as many as connectors, at most. */
  public List<Circuit> all() {
    return entities.createQuery("select c from Circuit c", Circuit.class).getResultList();
  }

  /** The circuit, when it ever changed. */
  public Optional<Circuit> find(String connector) {
    return Optional.ofNullable(entities.find(Circuit.class, connector));
  }

  /** The circuit, its row locked until the transaction ends. */
  public Optional<Circuit> lock(String connector) {
    return Optional.ofNullable(entities.find(Circuit.class, connector, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The circuit, its row locked until the transaction ends; empty when another node has locked it, or when there is none. */
  public Optional<Circuit> lockIfFree(String connector) {
    @SuppressWarnings("unchecked")
    List<Circuit> found =
        entities
            .createNativeQuery("select * from connector_circuit where connector = :connector for update skip locked", Circuit.class)
            .setParameter("connector", connector)
            .getResultList();
    return found.stream().findFirst();
  }

  /** Stores a new circuit at once. */
  public void add(Circuit circuit) {
    entities.persist(circuit);
    entities.flush();
  }

  /** Changes of a connector's circuit, newest first, those before the given id. */
  public List<CircuitChange> changes(String connector, long beforeId, int size) {
    return entities
        .createQuery(
            "select c from CircuitChange c where c.connector = :connector and c.id < :before order by c.id desc", CircuitChange.class)
        .setParameter("connector", connector)
        .setParameter("before", beforeId)
        .setMaxResults(size)
        .getResultList();
  }
}
