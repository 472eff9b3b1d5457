package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.ExcludedPeople;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.hibernate.jpa.HibernateHints;

/** Lists of work items. What the caller may not see is left out by the query. */
@Dependent
public class InboxRepository {
  private static final String AWAKE = " and (snoozed_until is null or snoozed_until <= :now)";

  @Inject private EntityManager entities;

  /**
   * What is asked for.
   *
   * @param scope what the caller sees
   * @param after priority and id of the last item of the page before
   */
  public record Filter(
      InboxScope scope,
      Optional<String> queue,
      Set<WorkItemState> states,
      Optional<String> assignee,
      Optional<Position> after,
      int size) {}

  /** A place in the order of the list. */
  public record Position(Priority priority, long id) {}

  /** An item with its case. */
  public record Found(WorkItem item, Case about) {}

  /** Work items with their cases, the most urgent first, then the oldest; only for reading. */
  public List<Found> list(Filter filter) {
    InboxConditions conditions = new InboxConditions(filter.scope());
    List<String> all = new ArrayList<>(List.of(conditions.visible(), conditions.in("state", "state", filter.states())));
    filter.queue().ifPresent(queue -> all.add("w.queue = " + conditions.parameter("queue", queue)));
    filter.assignee().ifPresent(user -> all.add("w.assignee = " + conditions.parameter("assignee", user)));
    filter.after().ifPresent(last -> all.add(conditions.after(last.priority(), last.id())));
    TypedQuery<Found> query =
        entities
            .createQuery(
                "select w, c from WorkItem w join ServiceCase c on c.id = w.caseId where "
                    + String.join(" and ", all)
                    + " order by w.priority desc, w.id",
                Found.class)
            .setHint(HibernateHints.HINT_READ_ONLY, true)
            .setMaxResults(filter.size());
    conditions.parameters().forEach(query::setParameter);
    return query.getResultList();
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
