package org.casebound.fulfillment.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.RetentionRule;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.persistence.RetentionRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What the active versions of the processes say about the cases of all their versions. */
@Dependent
public class DueCases {
  @Inject private ProcessCatalog catalog;
  @Inject private RetentionRepository retention;

  /** What is to be done to a case. */
  public enum Action {
    ERASE,
    PURGE
  }

  /**
   * Something that a process wants.
   *
   * @param closedUntil the cases that were closed until then
   */
  public record Demand(String process, Action action, Instant closedUntil) {}

  /** A case and what is to be done to it. */
  public record DueCase(long id, Demand demand) {}

  /** What the processes want at that time; purging first, because what is gone need not be erased. */
  public List<Demand> demands(Instant at) {
    List<Demand> demands = new ArrayList<>();
    catalog.active().forEach(published -> add(published.process(), at, demands));
    return demands;
  }

  private static void add(ServiceProcessDefinition process, Instant at, List<Demand> demands) {
    RetentionRule rule = process.rules().retention();
    demand(process, Action.PURGE, rule.purgeAfter(), at).ifPresent(demands::add);
    demand(process, Action.ERASE, rule.erasePersonalDataAfter(), at).ifPresent(demands::add);
  }

  private static Optional<Demand> demand(ServiceProcessDefinition process, Action action, Optional<Duration> after, Instant at) {
    return after.map(time -> new Demand(process.name(), action, at.minus(time)));
  }

  /** How many cases the processes want something done to at that time. */
  public int count(Instant at) {
    List<Demand> demands = demands(at);
    long count = 0;
    for (Demand demand : demands) {
      Optional<Instant> purged =
          demands.stream().filter(other -> demand.action() == Action.ERASE && other.action() == Action.PURGE && other.process().equals(demand.process())).findFirst().map(Demand::closedUntil);
      count += retention.count(demand, purged.orElse(Instant.EPOCH));
    }
    return Math.toIntExact(count);
  }

  /** The next cases after that one. */
  public List<DueCase> next(Demand demand, long after, int size) {
    return retention.due(demand, after, size).stream().map(id -> new DueCase(id, demand)).toList();
  }
}
