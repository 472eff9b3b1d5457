package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.ExcludedPeople;
import org.casebound.domain.workitem.Substitution;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;

/** Lists of work items. What the caller may not see is left out by the query. */
@Dependent
public class InboxRepository {
  private static final String AWAKE = " and (snoozed_until is null or snoozed_until <= :now)";

  @Inject private EntityManager entities;

  /**
   * What is asked for.
   *
   * @param visibleQueues queues that the caller sees
   * @param user whose items are seen, too
   * @param substituted for whom the user stands in: their items are seen, too
   * @param permittedOnly whether items that the user may not work (separation of duties) are left out
   * @param after priority and id of the last item of the page before
   */
  public record Filter(
      Set<String> visibleQueues,
      String user,
      List<Substitution> substituted,
      boolean permittedOnly,
      Optional<String> queue,
      Set<WorkItemState> states,
      Optional<String> assignee,
      Optional<Position> after,
      int size) {}

  /** A place in the order of the list. */
  public record Position(Priority priority, long id) {}

  /** Work items, the most urgent first, then the oldest. */
  public List<WorkItem> list(Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<WorkItem> query = builder.createQuery(WorkItem.class);
    Root<WorkItem> item = query.from(WorkItem.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(visible(filter, builder, item));
    if (filter.permittedOnly()) {
      Expression<Integer> place = builder.locate(item.get("excludedUsers"), ExcludedPeople.mark(filter.user()));
      conditions.add(builder.or(builder.isNull(item.get("excludedUsers")), builder.equal(place, 0)));
    }
    conditions.add(item.get("state").in(filter.states()));
    filter.queue().ifPresent(queue -> conditions.add(builder.equal(item.get("queue"), queue)));
    filter.assignee().ifPresent(user -> conditions.add(builder.equal(item.get("assignee"), user)));
    filter
        .after()
        .ifPresent(
            last ->
                conditions.add(
                    builder.or(
                        builder.lessThan(item.get("priority"), last.priority()),
                        builder.and(
                            builder.equal(item.get("priority"), last.priority()),
                            builder.greaterThan(item.get("id"), last.id())))));
    query
        .where(conditions.toArray(Predicate[]::new))
        .orderBy(builder.desc(item.get("priority")), builder.asc(item.get("id")));
    return entities.createQuery(query).setMaxResults(filter.size()).getResultList();
  }

  private static Predicate visible(Filter filter, CriteriaBuilder builder, Root<WorkItem> item) {
    List<Predicate> ways = new ArrayList<>();
    ways.add(builder.equal(item.get("assignee"), filter.user()));
    if (!filter.visibleQueues().isEmpty()) {
      ways.add(item.get("queue").in(filter.visibleQueues()));
    }
    for (Substitution held : filter.substituted()) {
      List<Predicate> limits = new ArrayList<>();
      limits.add(builder.equal(item.get("assignee"), held.absent()));
      held.queue().ifPresent(queue -> limits.add(builder.equal(item.get("queue"), queue)));
      held.process().ifPresent(process -> limits.add(builder.equal(item.get("processName"), process)));
      ways.add(builder.and(limits.toArray(Predicate[]::new)));
    }
    return builder.or(ways.toArray(Predicate[]::new));
  }

  /** The cases of items, by id, in one query. */
  public Map<Long, Case> casesOf(Collection<WorkItem> items) {
    if (items.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select c from ServiceCase c where c.id in :ids", Case.class)
        .setParameter("ids", items.stream().map(WorkItem::caseId).collect(Collectors.toSet()))
        .getResultStream()
        .collect(Collectors.toMap(Case::id, found -> found));
  }

  /** How many open items each queue has; a queue without any is left out. */
  public Map<String, Long> openPerQueue(Set<String> queues) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (!queues.isEmpty()) {
      entities
          .createQuery(
              "select w.queue, count(w) from WorkItem w where w.queue in :queues and w.state in (:offered, :claimed)"
                  + " group by w.queue",
              Object[].class)
          .setParameter("queues", queues)
          .setParameter("offered", WorkItemState.OFFERED)
          .setParameter("claimed", WorkItemState.CLAIMED)
          .getResultStream()
          .forEach(row -> counts.put((String) row[0], (Long) row[1]));
    }
    return counts;
  }

  /** The next item that is offered to the person alone and not put off, like {@link #lockNext}. */
  public Optional<WorkItem> lockNextOf(String user, Instant now) {
    return first(
        entities
            .createNativeQuery(
                "select * from work_item where assignee = :user and state = 'OFFERED'"
                    + AWAKE
                    + " order by priority desc, id limit 1 for update skip locked",
                WorkItem.class)
            .setParameter("user", user)
            .setParameter("now", now));
  }

  /**
   * The next offered item that the person may work and that is not put off, its row locked; rows that another one is just taking are left out. Native,
   * because only so both databases really skip locked rows.
   */
  public Optional<WorkItem> lockNext(Set<String> queues, String user, Instant now) {
    if (queues.isEmpty()) {
      return Optional.empty();
    }
    return first(
        entities
            .createNativeQuery(
                "select * from work_item where queue in (:queues) and state = 'OFFERED' and assignee is null"
                    + " and (excluded_users is null or position(:mark in excluded_users) = 0)"
                    + AWAKE
                    + " order by priority desc, id limit 1 for update skip locked",
                WorkItem.class)
            .setParameter("queues", queues)
            .setParameter("mark", ExcludedPeople.mark(user))
            .setParameter("now", now));
  }

  private static Optional<WorkItem> first(Query query) {
    @SuppressWarnings("unchecked")
    List<WorkItem> found = query.getResultList();
    return found.stream().findFirst();
  }

  /** An item, its row locked until the transaction ends. */
  public Optional<WorkItem> lock(long id) {
    return Optional.ofNullable(entities.find(WorkItem.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
