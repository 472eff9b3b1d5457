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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.cases.Owner;

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
      long beforeId,
      int size) {}

  /** Cases, newest first. */
  public List<Case> list(Visible visible, Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Case> query = builder.createQuery(Case.class);
    Root<Case> found = query.from(Case.class);
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
    query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(found.get("id")));
    return entities.createQuery(query).setMaxResults(filter.size()).getResultList();
  }

  private static Subquery<Long> late(CriteriaQuery<Case> query, CriteriaBuilder builder) {
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
