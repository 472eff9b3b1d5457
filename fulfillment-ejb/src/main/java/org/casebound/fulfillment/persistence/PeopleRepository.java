package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.workitem.WorkItemState;

/** The people whom the installation has met; who they are is kept elsewhere. */
@Dependent
public class PeopleRepository {
  /** Each part is read from an index in its order, and no further than the page. */
  private static final String NAMES =
      """
      select name from (
        (select distinct assignee as name from work_item where assignee > :after order by assignee limit :size)
        union (select distinct user_name from user_preference where user_name > :after order by user_name limit :size)
        union (select distinct absent_user from substitution where absent_user > :after order by absent_user limit :size)
        union (select distinct substitute_user from substitution where substitute_user > :after order by substitute_user limit :size)
      ) met order by name limit :size
      """;

  @Inject private EntityManager entities;

  /** User names in their order, those after the given one. */
  public List<String> after(String name, int size) {
    List<?> names = entities.createNativeQuery(NAMES, String.class).setParameter("after", name).setParameter("size", size).getResultList();
    return names.stream().map(String.class::cast).toList();
  }

  /** How many open work items each of these people has; somebody without any is left out. */
  public Map<String, Long> open(Collection<String> people) {
    return people.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select w.assignee, count(w) from WorkItem w where w.assignee in :people and w.state in (:offered, :claimed) group by w.assignee",
                Object[].class)
            .setParameter("people", people)
            .setParameter("offered", WorkItemState.OFFERED)
            .setParameter("claimed", WorkItemState.CLAIMED)
            .getResultStream()
            .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }
}
