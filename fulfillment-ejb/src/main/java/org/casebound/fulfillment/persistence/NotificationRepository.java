package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.fulfillment.notice.Notification;
import org.casebound.fulfillment.notice.Notification.Recipient;

/** What people were told. Works in the caller's transaction. */
@Dependent
public class NotificationRepository {
  @Inject private EntityManager entities;

  /** What the user and the queues were told in the console, newest first. */
  public List<Notification> list(String user, Set<String> queues, boolean onlyUnread, long beforeId, int size) {
    return entities
        .createQuery(
            "select n from Notification n where n.id < :before and (n.kind = :user and n.recipient = :name"
                + " or n.kind = :queue and n.recipient in :queues)"
                + (onlyUnread ? " and n.readAt is null" : "")
                + " order by n.id desc",
            Notification.class)
        .setParameter("before", beforeId)
        .setParameter("user", Recipient.USER)
        .setParameter("name", user)
        .setParameter("queue", Recipient.QUEUE)
        .setParameter("queues", queues.isEmpty() ? Set.of("") : queues)
        .setMaxResults(size)
        .getResultList();
  }

  /** How many of them nobody has read; not counted further than {@code most}. */
  public int unread(String user, Set<String> queues, int most) {
    Number count =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from (select 1 from notification n where n.read_at is null and (n.recipient_kind = 'USER' and n.recipient = :name"
                        + " or n.recipient_kind = 'QUEUE' and n.recipient in (:queues)) limit :most) told",
                    Long.class)
                .setParameter("name", user)
                .setParameter("queues", queues.isEmpty() ? Set.of("") : queues)
                .setParameter("most", most)
                .getSingleResult();
    return count.intValue();
  }

  /** Those with these ids; ids that are none are left out. */
  public List<Notification> find(Set<Long> ids) {
    return entities.createQuery("select n from Notification n where n.id in :ids", Notification.class).setParameter("ids", ids).getResultList();
  }

  public Optional<Notification> find(long id) {
    return Optional.ofNullable(entities.find(Notification.class, id));
  }

  /**
   * Mails that are due, their rows locked until the transaction ends; rows that another node has locked are left out. Native,
   * because only so both databases really skip locked rows.
   */
  public List<Notification> lockDue(Instant now, int limit) {
    @SuppressWarnings("unchecked")
    List<Notification> due =
        entities
            .createNativeQuery(
                "select * from notification where due_at <= :now and recipient_kind = 'MAIL' order by due_at limit :max for update skip locked",
                Notification.class)
            .setParameter("now", now)
            .setParameter("max", limit)
            .getResultList();
    return due;
  }
}
