package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.desk.PromiseKept;

/** Lists of cases. What the caller may not see is left out by the query. */
@Dependent
public class CaseListRepository {
  @Inject private EntityManager entities;

  /**
   * What the caller may see.
   *
   * @param everything whether all cases are visible
   * @param queues queues whose cases are visible
   * @param user whose own cases, as owner or requester, are visible
   */
  public record Visible(boolean everything, Set<String> queues, String user) {}

  /**
   * What is asked for.
   *
   * @param open only cases that are not closed
   * @param escalated only cases for which a rule asks for attention
   * @param late only cases with a milestone that is violated
   * @param filedBefore only cases filed before
   * @param promise only cases with promised times that ended so
   */
  public record Filter(
      Optional<CaseStatus> status,
      Optional<Owner> owner,
      Optional<String> requester,
      Optional<String> process,
      boolean open,
      boolean escalated,
      boolean late,
      Optional<Instant> filedBefore,
      Optional<Ended> promise,
      long beforeId,
      int size) {}

  /** How promised times ended that ended since. */
  public record Ended(PromiseKept how, Instant since) {}

  /** Cases, newest first. */
  public List<Case> list(Visible visible, Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Case> query = builder.createQuery(Case.class);
    Root<Case> found = query.from(Case.class);
    query.where(conditions(query, builder, found, visible, filter)).orderBy(builder.desc(found.get("id")));
    return entities.createQuery(query).setMaxResults(filter.size()).getResultList();
  }

  /** How many there are, of all pages. */
  public long count(Visible visible, Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Long> query = builder.createQuery(Long.class);
    Root<Case> found = query.from(Case.class);
    query.select(builder.count(found)).where(conditions(query, builder, found, visible, filter));
    return entities.createQuery(query).getSingleResult();
  }

  private static Predicate[] conditions(
      CriteriaQuery<?> query, CriteriaBuilder builder, Root<Case> found, Visible visible, Filter filter) {
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.lessThan(found.get("id"), filter.beforeId()));
    filter.status().ifPresent(status -> conditions.add(builder.equal(found.get("status"), status)));
    filter.process().ifPresent(process -> conditions.add(builder.equal(found.get("processName"), process)));
    filter.filedBefore().ifPresent(time -> conditions.add(builder.lessThan(found.get("createdAt"), time)));
    if (filter.open()) {
      conditions.add(builder.notEqual(found.get("status"), builder.literal(CaseStatus.CLOSED)));
    }
    if (filter.escalated()) {
      conditions.add(builder.isNotNull(found.get("escalatedAt")));
    }
    if (filter.late()) {
      conditions.add(found.get("id").in(late(query, builder)));
    }
    filter.promise().ifPresent(how -> conditions.addAll(promised(how, found, query, builder)));
    filter.requester().ifPresent(user -> conditions.add(builder.equal(found.get("requester"), user)));
    filter
        .owner()
        .ifPresent(
            owner -> {
              conditions.add(builder.equal(found.get("ownerKind"), owner.kind()));
              conditions.add(builder.equal(found.get("ownerName"), owner.name()));
            });
    if (!visible.everything()) {
      conditions.add(visibleTo(visible, builder, found));
    }
    return conditions.toArray(Predicate[]::new);
  }

  /** A case whose promises were kept has some that were, and none that was not. */
  private static List<Predicate> promised(
      Ended wanted, Root<Case> found, CriteriaQuery<?> query, CriteriaBuilder builder) {
    Predicate broken =
        found.get("id").in(ended(EnumSet.of(MilestoneState.REACHED_LATE, MilestoneState.MISSED), wanted.since(), query, builder));
    return wanted.how() == PromiseKept.BROKEN
        ? List.of(broken)
        : List.of(found.get("id").in(ended(EnumSet.of(MilestoneState.REACHED), wanted.since(), query, builder)), builder.not(broken));
  }

  private static Subquery<Long> ended(
      Set<MilestoneState> states, Instant since, CriteriaQuery<?> query, CriteriaBuilder builder) {
    Subquery<Long> ended = query.subquery(Long.class);
    Root<Milestone> milestone = ended.from(Milestone.class);
    return ended
        .select(milestone.get("caseId"))
        .where(milestone.get("state").in(states), builder.greaterThanOrEqualTo(milestone.get("endedAt"), since));
  }

  private static Subquery<Long> late(CriteriaQuery<?> query, CriteriaBuilder builder) {
    Subquery<Long> late = query.subquery(Long.class);
    Root<Milestone> milestone = late.from(Milestone.class);
    return late.select(milestone.get("caseId")).where(builder.equal(milestone.get("state"), MilestoneState.VIOLATED));
  }

  private static Predicate visibleTo(Visible visible, CriteriaBuilder builder, Root<Case> found) {
    Predicate own =
        builder.or(
            builder.equal(found.get("requester"), visible.user()),
            builder.and(
                builder.equal(found.get("ownerKind"), Owner.Kind.USER),
                builder.equal(found.get("ownerName"), visible.user())));
    return visible.queues().isEmpty() ? own : builder.or(own, found.get("homeQueue").in(visible.queues()));
  }
}
