package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
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

  /** What is asked for. */
  public record Filter(
      Optional<CaseStatus> status, Optional<Owner> owner, Optional<String> requester, long beforeId, int size) {}

  /** Cases, newest first. */
  public List<Case> list(Visible visible, Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Case> query = builder.createQuery(Case.class);
    Root<Case> found = query.from(Case.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.lessThan(found.get("id"), filter.beforeId()));
    filter.status().ifPresent(status -> conditions.add(builder.equal(found.get("status"), status)));
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
