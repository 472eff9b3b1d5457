package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.NodeRun;

/** The runs of server nodes, and the leases that they hold. Works in the caller's transaction. */
@Dependent
public class NodeRepository {
  @Inject private EntityManager entities;

  /**
   * Leases of tries.
   *
   * @param nextEnd when the first of them ends, unless it is prolonged
   */
  public record Leases(String node, long count, Instant nextEnd) {}

  /**
   * The node lives.
   *
   * @return false when there is no such run yet
   */
  public boolean sign(String name, Instant now) {
    return entities
            .createQuery("update NodeRun n set n.seenAt = :now where n.name = :name")
            .setParameter("now", now)
            .setParameter("name", name)
            .executeUpdate()
        == 1;
  }

  public void add(NodeRun run) {
    entities.persist(run);
  }

  /** Forgets runs that were last seen before. */
  public void forget(Instant before) {
    entities.createQuery("delete from NodeRun n where n.seenAt < :before").setParameter("before", before).executeUpdate();
  }

  /** All runs that are remembered, those seen last first; there are as many as nodes and their restarts of a day. */
  public List<NodeRun> all() {
    return entities.createQuery("select n from NodeRun n order by n.seenAt desc, n.name", NodeRun.class).getResultList();
  }

  /** The leases of tries, by name of the run that holds them. Only tries in these states are leased, and states have an index. */
  public Map<String, Leases> leases() {
    return entities
        .createQuery(
            "select a.leaseOwner, count(a), min(a.dueAt) from StepAttempt a where a.state in :states and a.leaseOwner is not null"
                + " group by a.leaseOwner",
            Object[].class)
        .setParameter("states", EnumSet.of(AttemptState.RUNNING, AttemptState.ACCEPTED))
        .getResultStream()
        .map(row -> new Leases((String) row[0], (Long) row[1], (Instant) row[2]))
        .collect(Collectors.toMap(Leases::node, Function.identity()));
  }
}
