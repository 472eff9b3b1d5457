package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepAttempt;

/** Lists of the effect ledger. */
@Dependent
public class LedgerRepository {
  @Inject private EntityManager entities;

  /**
   * What is asked for.
   *
   * @param inDoubt only calls of which it is not known whether they had their effect
   */
  public record Filter(
      Optional<Long> caseId,
      Optional<String> connector,
      Optional<AttemptState> state,
      boolean inDoubt,
      long beforeId,
      int size) {}

  /** Tries, newest first. */
  public List<StepAttempt> list(Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<StepAttempt> query = builder.createQuery(StepAttempt.class);
    Root<StepAttempt> attempt = query.from(StepAttempt.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.lessThan(attempt.get("id"), filter.beforeId()));
    filter.caseId().ifPresent(id -> conditions.add(attempt.get("flowId").in(flowsOf(id, query, builder))));
    filter.connector().ifPresent(connector -> conditions.add(builder.equal(attempt.get("connector"), connector)));
    filter.state().ifPresent(state -> conditions.add(builder.equal(attempt.get("state"), state)));
    if (filter.inDoubt()) {
      conditions.add(doubtful(attempt, builder));
      conditions.add(builder.not(builder.exists(later(attempt, query, builder))));
    }
    query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(attempt.get("id")));
    return entities.createQuery(query).setMaxResults(filter.size()).getResultList();
  }

  /** By the flows of the case: they have an index, and so have their tries. */
  private static Subquery<Long> flowsOf(long caseId, CriteriaQuery<?> query, CriteriaBuilder builder) {
    Subquery<Long> flows = query.subquery(Long.class);
    Root<FulfillmentFlow> flow = flows.from(FulfillmentFlow.class);
    return flows.select(flow.get("id")).where(builder.equal(flow.get("caseId"), caseId));
  }

  private static Predicate doubtful(Root<StepAttempt> attempt, CriteriaBuilder builder) {
    Predicate toBeAsked =
        builder.and(
            builder.isTrue(attempt.get("verifyFirst")),
            attempt.get("state").in(AttemptState.PLANNED, AttemptState.RUNNING, AttemptState.LOST, AttemptState.WITHDRAWN));
    return builder.or(builder.equal(attempt.get("state"), AttemptState.UNKNOWN), toBeAsked);
  }

  /** Only the newest try of a call says how it stands. */
  private static Subquery<Integer> later(Root<StepAttempt> attempt, CriteriaQuery<?> query, CriteriaBuilder builder) {
    Subquery<Integer> later = query.subquery(Integer.class);
    Root<StepAttempt> other = later.from(StepAttempt.class);
    return later
        .select(builder.literal(1))
        .where(
            builder.equal(other.get("idempotencyKey"), attempt.get("idempotencyKey")),
            builder.greaterThan(other.<Integer>get("number"), attempt.<Integer>get("number")));
  }
}
