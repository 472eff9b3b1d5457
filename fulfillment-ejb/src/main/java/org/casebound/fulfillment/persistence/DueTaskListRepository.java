package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;

/** Lists of due tasks. */
@Dependent
public class DueTaskListRepository {
  @Inject private EntityManager entities;

  /** Where a page ended. */
  public record Place(Instant dueAt, long id) {}

  /**
   * What is asked for.
   *
   * @param dueBefore only those that were due before
   * @param failed only those that failed at least once
   */
  public record Filter(Optional<DueTaskKind> kind, Optional<Instant> dueBefore, boolean failed, Optional<Place> after) {}

  /**
   * The tasks of a kind.
   *
   * @param next when the first of them is due
   * @param late those that were due before the time that was asked for
   */
  public record Count(DueTaskKind kind, long all, Instant next, long late) {}

  /** Tasks, those due first first. */
  public List<DueTask> list(Filter filter, int size) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<DueTask> query = builder.createQuery(DueTask.class);
    Root<DueTask> task = query.from(DueTask.class);
    Expression<Instant> dueAt = task.get("dueAt");
    List<Predicate> conditions = new ArrayList<>();
    filter.kind().ifPresent(kind -> conditions.add(builder.equal(task.get("kind"), kind)));
    filter.dueBefore().ifPresent(late -> conditions.add(builder.lessThan(dueAt, late)));
    if (filter.failed()) {
      conditions.add(builder.greaterThan(task.get("failures"), 0));
    }
    filter
        .after()
        .ifPresent(
            place ->
                conditions.add(
                    builder.or(
                        builder.greaterThan(dueAt, place.dueAt()),
                        builder.and(builder.equal(dueAt, place.dueAt()), builder.greaterThan(task.get("id"), place.id())))));
    query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.asc(dueAt), builder.asc(task.get("id")));
    return entities.createQuery(query).setMaxResults(size).getResultList();
  }

  /** How many tasks there are, by kind. */
  public List<Count> counts(Instant late) {
    return entities
        .createQuery(
            "select d.kind, count(d), min(d.dueAt), sum(case when d.dueAt < :late then 1 else 0 end) from DueTask d"
                + " group by d.kind order by d.kind",
            Object[].class)
        .setParameter("late", late)
        .getResultStream()
        .map(row -> new Count((DueTaskKind) row[0], (Long) row[1], (Instant) row[2], ((Number) row[3]).longValue()))
        .toList();
  }

  /** How many tasks failed at least once, by kind; a kind without any is left out. */
  public Map<DueTaskKind, Long> failed() {
    return entities
        .createQuery("select d.kind, count(d) from DueTask d where d.failures > 0 group by d.kind", Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (DueTaskKind) row[0], row -> (Long) row[1]));
  }
}
