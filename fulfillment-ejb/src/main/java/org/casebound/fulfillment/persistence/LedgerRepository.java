package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
   * @param parked only tries that wait until calls go out again
   * @param node only tries that this run of a node has the lease of
   * @param from only tries that began then or later
   * @param to only tries that began before
   */
  public record Filter(
      Optional<Long> caseId,
      Optional<String> connector,
      Optional<AttemptState> state,
      boolean inDoubt,
      boolean parked,
      Optional<String> node,
      Optional<Instant> from,
      Optional<Instant> to) {
    /** The same for tries however they stand. */
    public Filter anyState() {
      return new Filter(caseId, connector, Optional.empty(), false, false, node, from, to);
    }

    /** The same for calls in doubt. */
    public Filter doubtful() {
      return new Filter(caseId, connector, state, true, parked, node, from, to);
    }

    /** The same for parked tries. */
    public Filter waiting() {
      return new Filter(caseId, connector, state, inDoubt, true, node, from, to);
    }
  }

  public Optional<StepAttempt> find(long id) {
    return Optional.ofNullable(entities.find(StepAttempt.class, id));
  }

  /** All tries of a call, oldest first. */
  public List<StepAttempt> triesOf(String idempotencyKey) {
    return entities
        .createQuery("select a from StepAttempt a where a.idempotencyKey = :key order by a.number", StepAttempt.class)
        .setParameter("key", idempotencyKey)
        .getResultList();
  }

  /** Tries of calls with one of these keys, the newest first. */
  public List<StepAttempt> triesOf(Collection<String> idempotencyKeys, int most) {
    return entities
        .createQuery("select a from StepAttempt a where a.idempotencyKey in :keys order by a.startedAt desc, a.number desc", StepAttempt.class)
        .setParameter("keys", idempotencyKeys)
        .setMaxResults(most)
        .getResultList();
  }

  /** Tries of which a back office calls the work so, whichever it is; the newest first. */
  public List<StepAttempt> referredTo(String reference, int most) {
    return entities
        .createQuery("select a from StepAttempt a where a.reference = :reference order by a.startedAt desc, a.number desc", StepAttempt.class)
        .setParameter("reference", reference)
        .setMaxResults(most)
        .getResultList();
  }

  /** Tries of a case, the newest first. */
  public List<StepAttempt> ofCase(long caseId, int most) {
    Filter filter =
        new Filter(
            Optional.of(caseId), Optional.empty(), Optional.empty(), false, false, Optional.empty(), Optional.empty(), Optional.empty());
    return list(filter, Long.MAX_VALUE, most);
  }

  /** Tries, newest first, those before the given id. */
  public List<StepAttempt> list(Filter filter, long beforeId, int size) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<StepAttempt> query = builder.createQuery(StepAttempt.class);
    Root<StepAttempt> attempt = query.from(StepAttempt.class);
    List<Predicate> conditions = conditions(filter, attempt, query, builder);
    conditions.add(builder.lessThan(attempt.get("id"), beforeId));
    query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(attempt.get("id")));
    return entities.createQuery(query).setMaxResults(size).getResultList();
  }

  /** How many tries there are. */
  public long count(Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Long> query = builder.createQuery(Long.class);
    Root<StepAttempt> attempt = query.from(StepAttempt.class);
    query.select(builder.count(attempt)).where(conditions(filter, attempt, query, builder).toArray(Predicate[]::new));
    return entities.createQuery(query).getSingleResult();
  }

  /** How many tries there are in each of the states; a state without any is left out. */
  public Map<AttemptState, Long> count(Filter filter, Set<AttemptState> states) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
    Root<StepAttempt> attempt = query.from(StepAttempt.class);
    List<Predicate> conditions = conditions(filter, attempt, query, builder);
    conditions.add(attempt.get("state").in(states));
    query
        .multiselect(attempt.get("state"), builder.count(attempt))
        .where(conditions.toArray(Predicate[]::new))
        .groupBy(attempt.get("state"));
    return entities.createQuery(query).getResultStream().collect(Collectors.toMap(row -> (AttemptState) row[0], row -> (Long) row[1]));
  }

  /** One of the newest tries of a connector that have ended. */
  public record Recent(long id, String connector, AttemptState state, Instant startedAt, Instant endedAt, String message) {}

  /**
   * Up to {@code each} of the newest tries of each connector that have ended, in one statement. Native, because JPA has no limit for
   * the parts of a union.
   */
  public List<Recent> recent(List<String> connectors, int each) {
    if (connectors.isEmpty()) {
      return List.of();
    }
    String all =
        IntStream.range(0, connectors.size())
            .mapToObj(
                i ->
                    "(select id, connector, state, extract(epoch from started_at), extract(epoch from ended_at), message from step_attempt"
                        + " where connector = :c%d and ended_at is not null order by id desc limit %d)".formatted(i, each))
            .collect(Collectors.joining(" union all "));
    Query query = entities.createNativeQuery(all);
    IntStream.range(0, connectors.size()).forEach(i -> query.setParameter("c" + i, connectors.get(i)));
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    return rows.stream().map(LedgerRepository::recent).toList();
  }

  private static Recent recent(Object[] row) {
    return new Recent(
        ((Number) row[0]).longValue(),
        (String) row[1],
        AttemptState.valueOf((String) row[2]),
        instant((Number) row[3]),
        instant((Number) row[4]),
        (String) row[5]);
  }

  /** Databases tell the time of a native query in seconds and fractions. */
  private static Instant instant(Number seconds) {
    BigDecimal exact = new BigDecimal(seconds.toString());
    return Instant.EPOCH.plus(exact.movePointRight(6).longValue(), ChronoUnit.MICROS);
  }

  private static List<Predicate> conditions(
      Filter filter, Root<StepAttempt> attempt, CriteriaQuery<?> query, CriteriaBuilder builder) {
    List<Predicate> conditions = new ArrayList<>();
    filter.caseId().ifPresent(id -> conditions.add(attempt.get("flowId").in(flowsOf(id, query, builder))));
    filter.connector().ifPresent(connector -> conditions.add(builder.equal(attempt.get("connector"), connector)));
    filter.state().ifPresent(state -> conditions.add(builder.equal(attempt.get("state"), state)));
    filter.from().ifPresent(from -> conditions.add(builder.greaterThanOrEqualTo(attempt.get("startedAt"), from)));
    filter.to().ifPresent(to -> conditions.add(builder.lessThan(attempt.get("startedAt"), to)));
    filter.node().ifPresent(node -> conditions.add(leasedTo(node, attempt, builder)));
    if (filter.parked()) {
      conditions.add(builder.isNotNull(attempt.get("parkedAt")));
    }
    if (filter.inDoubt()) {
      conditions.add(doubtful(attempt, builder));
      conditions.add(builder.not(builder.exists(later(attempt, query, builder))));
    }
    return conditions;
  }

  /** Only tries in these states are leased, and states have an index. */
  private static Predicate leasedTo(String node, Root<StepAttempt> attempt, CriteriaBuilder builder) {
    return builder.and(
        attempt.get("state").in(AttemptState.RUNNING, AttemptState.ACCEPTED), builder.equal(attempt.get("leaseOwner"), node));
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
