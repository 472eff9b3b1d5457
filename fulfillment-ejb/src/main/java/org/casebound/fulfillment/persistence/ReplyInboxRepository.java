package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.ReplyState;

/** The reply inbox. Works in the caller's transaction. */
@Dependent
public class ReplyInboxRepository {
  @Inject private EntityManager entities;

  /** The entry of a message, when it was received before. */
  public Optional<ReplyInboxEntry> find(String connector, String messageId) {
    return entities
        .createQuery(
            "select r from ReplyInboxEntry r where r.connector = :connector and r.messageId = :message",
            ReplyInboxEntry.class)
        .setParameter("connector", connector)
        .setParameter("message", messageId)
        .getResultStream()
        .findFirst();
  }

  /**
   * A reply that came before its step was parked. A key names one call, whichever way its reply took; a reference is the
   * back office's word, and counts for its own connector only.
   */
  public Optional<ReplyInboxEntry> waiting(String connector, String idempotencyKey, String reference) {
    return entities
        .createQuery(
            "select r from ReplyInboxEntry r where r.state = :waiting and (r.idempotencyKey = :key"
                + " or (r.idempotencyKey is null and r.connector = :connector and r.reference = :reference))"
                + " order by r.id",
            ReplyInboxEntry.class)
        .setParameter("waiting", ReplyState.WAITING)
        .setParameter("connector", connector)
        .setParameter("key", idempotencyKey)
        .setParameter("reference", reference)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public Optional<ReplyInboxEntry> find(long id) {
    return Optional.ofNullable(entities.find(ReplyInboxEntry.class, id));
  }

  /** The entry, its row locked until the transaction ends. */
  public Optional<ReplyInboxEntry> lock(long id) {
    return Optional.ofNullable(entities.find(ReplyInboxEntry.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The same message came again. */
  public void countCopy(String connector, String messageId) {
    entities
        .createQuery("update ReplyInboxEntry r set r.copies = r.copies + 1 where r.connector = :connector and r.messageId = :message")
        .setParameter("connector", connector)
        .setParameter("message", messageId)
        .executeUpdate();
  }

  /**
   * What is asked for.
   *
   * @param copied only those that came more than once
   */
  public record Filter(
      Optional<ReplyState> state, Optional<String> connector, boolean copied, long beforeId, int size) {}

  /** Replies, newest first. */
  public List<ReplyInboxEntry> list(Filter filter) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<ReplyInboxEntry> query = builder.createQuery(ReplyInboxEntry.class);
    Root<ReplyInboxEntry> entry = query.from(ReplyInboxEntry.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.lessThan(entry.get("id"), filter.beforeId()));
    filter.state().ifPresent(state -> conditions.add(builder.equal(entry.get("state"), state)));
    filter.connector().ifPresent(connector -> conditions.add(builder.equal(entry.get("connector"), connector)));
    if (filter.copied()) {
      conditions.add(builder.greaterThan(entry.get("copies"), 0));
    }
    query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(entry.get("id")));
    return entities.createQuery(query).setMaxResults(filter.size()).getResultList();
  }

  /** Replies that name this message, reference or key, the newest first. */
  public List<ReplyInboxEntry> named(String name, int most) {
    // One after the other: so each has its index, on every database.
    return Stream.of("messageId", "reference", "idempotencyKey").flatMap(column -> with(column, List.of(name), most).stream()).toList();
  }

  /** Replies that name one of these keys, or were matched with one of these tries, the newest first. */
  public List<ReplyInboxEntry> answering(Collection<String> idempotencyKeys, Collection<Long> attempts, int most) {
    return Stream.concat(with("idempotencyKey", idempotencyKeys, most).stream(), with("attemptId", attempts, most).stream()).toList();
  }

  private List<ReplyInboxEntry> with(String column, Collection<?> values, int most) {
    return entities
        .createQuery("select r from ReplyInboxEntry r where r.%s in :values order by r.id desc".formatted(column), ReplyInboxEntry.class)
        .setParameter("values", values)
        .setMaxResults(most)
        .getResultList();
  }

  /** How many replies there are in each of the states; a state without any is left out. */
  public Map<ReplyState, Long> count(Optional<String> connector, Set<ReplyState> states) {
    TypedQuery<Object[]> query =
        entities
            .createQuery(
                "select r.state, count(r) from ReplyInboxEntry r where r.state in :states" + of(connector) + " group by r.state", Object[].class)
            .setParameter("states", states);
    connector.ifPresent(name -> query.setParameter("connector", name));
    return query.getResultStream().collect(Collectors.toMap(row -> (ReplyState) row[0], row -> (Long) row[1]));
  }

  /** How many replies came more than once. */
  public long countCopied(Optional<String> connector) {
    TypedQuery<Long> query =
        entities.createQuery("select count(r) from ReplyInboxEntry r where r.copies > 0" + of(connector), Long.class);
    connector.ifPresent(name -> query.setParameter("connector", name));
    return query.getSingleResult();
  }

  private static String of(Optional<String> connector) {
    return connector.isPresent() ? " and r.connector = :connector" : "";
  }
}
