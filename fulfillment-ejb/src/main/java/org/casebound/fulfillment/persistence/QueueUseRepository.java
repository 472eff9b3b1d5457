package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
