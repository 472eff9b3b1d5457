package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebound.domain.workitem.WorkItemState;

/** Which queues are worked: whoever takes work from one is seen to be a member of its group, which is kept elsewhere. */
@Dependent
public class QueueUseRepository {
  /** Newest cases of a queue that are looked at; a queue that nobody works may have any number of them. */
  private static final int NEWEST_CASES = 1_000;

  private static final String USED =
      """
      select %1$d where exists (select 1 from work_item where queue = :queue%1$d and state in ('CLAIMED', 'COMPLETED'))
        or exists (select 1 from (select owner_kind from service_case where home_queue = :queue%1$d order by id desc limit %2$d) newest
          where owner_kind = 'USER')
      """;

  @Inject private EntityManager entities;

  /** Open work of a queue, and when the oldest of it was made. */
  public record Work(String queue, long open, Instant oldest) {}

  /** The open work of all queues, also of those that no process names any more, by queue. */
  public Map<String, Work> openWork() {
    return entities
        .createQuery(
            "select w.queue, count(w), min(w.createdAt) from WorkItem w where w.state in (:offered, :claimed) group by w.queue", Object[].class)
        .setParameter("offered", WorkItemState.OFFERED)
        .setParameter("claimed", WorkItemState.CLAIMED)
        .getResultStream()
        .map(row -> new Work((String) row[0], (Long) row[1], (Instant) row[2]))
        .collect(Collectors.toMap(Work::queue, Function.identity()));
  }

  /** Those of the queues from which somebody has work, has done work, or has taken one of the newest cases. One statement. */
  public Set<String> used(List<String> queues) {
    if (queues.isEmpty()) {
      return Set.of();
    }
    String sql = IntStream.range(0, queues.size()).mapToObj(i -> USED.formatted(i, NEWEST_CASES)).collect(Collectors.joining(" union all "));
    Query query = entities.createNativeQuery(sql, Integer.class);
    IntStream.range(0, queues.size()).forEach(i -> query.setParameter("queue" + i, queues.get(i)));
    List<?> used = query.getResultList();
    return used.stream().map(i -> queues.get((Integer) i)).collect(Collectors.toSet());
  }
}
