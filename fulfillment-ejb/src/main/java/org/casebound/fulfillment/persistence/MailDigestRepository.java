package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.notice.MailDigest;
import org.casebound.fulfillment.notice.Notification;
import org.casebound.fulfillment.notice.Notification.Recipient;
import org.jspecify.annotations.Nullable;

/** Who wants by mail what he was told, and what is gathered for him. Works in the caller's transaction. */
@Dependent
public class MailDigestRepository {
  @Inject private EntityManager entities;

  public Optional<MailDigest> of(String user) {
    return Optional.ofNullable(entities.find(MailDigest.class, user));
  }

  public MailDigest add(MailDigest digest) {
    entities.persist(digest);
    return digest;
  }

  public void remove(MailDigest digest) {
    entities.remove(digest);
  }

  /**
   * People whose time to gather is over, their rows locked until the transaction ends; those that another node has locked are left out.
   * Native, because only so both databases really skip locked rows.
   */
  public List<MailDigest> lockDue(Instant now, int limit) {
    @SuppressWarnings("unchecked")
    List<MailDigest> due =
        entities
            .createNativeQuery(
                "select * from mail_digest d where exists (select 1 from notification n where n.recipient = d.user_name"
                    + " and n.recipient_kind = 'USER' and n.due_at <= :now) limit :max for update skip locked",
                MailDigest.class)
            .setParameter("now", now)
            .setParameter("max", limit)
            .getResultList();
    return due;
  }

  /**
   * When what is gathered for a person is to be mailed. Does not touch the versions: whoever reads it in the console meanwhile is not
   * disturbed.
   *
   * @param at null: never
   */
  public void plan(String user, @Nullable Instant at) {
    entities
        .createQuery("update Notification n set n.dueAt = :at where n.recipient = :name and n.kind = :user and n.dueAt is not null")
        .setParameter("at", at)
        .setParameter("name", user)
        .setParameter("user", Recipient.USER)
        .executeUpdate();
  }

  /** These are in a mail now. */
  public void written(Collection<Long> ids) {
    entities
        .createQuery("update Notification n set n.dueAt = null where n.id in :ids")
        .setParameter("ids", ids)
        .executeUpdate();
  }

  /** What is gathered for a person, oldest first. */
  public List<Notification> gathered(String user, int limit) {
    return entities
        .createQuery(
            "select n from Notification n where n.recipient = :name and n.kind = :user and n.dueAt is not null order by n.createdAt, n.id",
            Notification.class)
        .setParameter("name", user)
        .setParameter("user", Recipient.USER)
        .setMaxResults(limit)
        .getResultList();
  }
}
