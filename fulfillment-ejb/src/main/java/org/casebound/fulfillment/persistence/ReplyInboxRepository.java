package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
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

  /** A reply that came before its step was parked. */
  public Optional<ReplyInboxEntry> waiting(String connector, String idempotencyKey, String reference) {
    return entities
        .createQuery(
            "select r from ReplyInboxEntry r where r.state = :waiting and r.connector = :connector"
                + " and (r.idempotencyKey = :key or (r.idempotencyKey is null and r.reference = :reference))"
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

  /** Replies, newest first, those before the given id. */
  public List<ReplyInboxEntry> page(long beforeId, int size) {
    return entities
        .createQuery(
            "select r from ReplyInboxEntry r where r.id < :before order by r.id desc", ReplyInboxEntry.class)
        .setParameter("before", beforeId)
        .setMaxResults(size)
        .getResultList();
  }
}
