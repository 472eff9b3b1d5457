package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.integration.DeliveryState;
import org.casebound.domain.integration.WebhookDelivery;
import org.casebound.domain.integration.WebhookEvent;
import org.jspecify.annotations.Nullable;

/** What webhooks were and are to be told. Works in the caller's transaction. */
@Dependent
public class DeliveryRepository {
  /** One statement for all webhooks, each part of it answered by an index. */
  private static final String HEALTH =
      "select w.name,"
          + " (select max(d.ended_at) from webhook_delivery d where d.webhook = w.name and d.state = 'DELIVERED'),"
          + " (select count(*) from webhook_delivery d where d.webhook = w.name and d.state = 'PENDING'),"
          + " (select count(*) from webhook_delivery d where d.webhook = w.name and d.state = 'PENDING' and d.tries > 0),"
          + " (select count(*) from webhook_delivery d where d.webhook = w.name and d.state = 'DEAD')"
          + " from webhook w";

  @Inject private EntityManager entities;
  @Inject private NewRecords records;

  /**
   * What is asked for.
   *
   * @param webhook its name
   */
  public record Filter(String webhook, Optional<DeliveryState> state, Optional<WebhookEvent> event, Optional<Long> caseId) {}

  /**
   * How a webhook does.
   *
   * @param webhook its name
   * @param lastSuccess when its receiver last took an event; empty when it never did, or long ago
   * @param pending events that are to be sent
   * @param failing those of them that the receiver did not take at least once
   * @param dead events that are not tried any more
   */
  public record Health(String webhook, Optional<Instant> lastSuccess, long pending, long failing, long dead) {}

  public void add(WebhookDelivery delivery) {
    records.add(delivery);
  }

  public Optional<WebhookDelivery> find(long id) {
    return Optional.ofNullable(entities.find(WebhookDelivery.class, id));
  }

  /** Deliveries, newest first, those before the given id. */
  public List<WebhookDelivery> list(Filter filter, long beforeId, int size) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<WebhookDelivery> query = builder.createQuery(WebhookDelivery.class);
    Root<WebhookDelivery> delivery = query.from(WebhookDelivery.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.equal(delivery.get("webhook"), filter.webhook()));
    conditions.add(builder.lessThan(delivery.get("id"), beforeId));
    filter.state().ifPresent(state -> conditions.add(builder.equal(delivery.get("state"), state)));
    filter.event().ifPresent(event -> conditions.add(builder.equal(delivery.get("event"), event)));
    filter.caseId().ifPresent(caseId -> conditions.add(builder.equal(delivery.get("caseId"), caseId)));
    query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(delivery.get("id")));
    return entities.createQuery(query).setMaxResults(size).getResultList();
  }

  /** How each webhook does. */
  public List<Health> health() {
    List<?> rows = entities.createNativeQuery(HEALTH).getResultList();
    return rows.stream().map(row -> health((Object[]) row)).toList();
  }

  private static Health health(Object[] row) {
    return new Health((String) row[0], Optional.ofNullable(instant(row[1])), count(row[2]), count(row[3]), count(row[4]));
  }

  private static @Nullable Instant instant(@Nullable Object time) {
    return time instanceof OffsetDateTime moment ? moment.toInstant() : (Instant) time;
  }

  private static long count(Object number) {
    return ((Number) number).longValue();
  }

  /** Whether the webhook's receiver took any event since then. */
  public boolean deliveredSince(String webhook, Instant since) {
    return !entities
        .createQuery("select d.id from WebhookDelivery d where d.webhook = :webhook and d.state = :delivered and d.endedAt >= :since", Long.class)
        .setParameter("webhook", webhook)
        .setParameter("delivered", DeliveryState.DELIVERED)
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** What waits for the webhook to be resumed, oldest first. */
  public List<WebhookDelivery> parked(String webhook, int limit) {
    TypedQuery<WebhookDelivery> query =
        entities.createQuery(
            "select d from WebhookDelivery d where d.webhook = :webhook and d.state = :pending and d.nextAt is null order by d.id", WebhookDelivery.class);
    return query.setParameter("webhook", webhook).setParameter("pending", DeliveryState.PENDING).setMaxResults(limit).getResultList();
  }

  /** Forgets all that a webhook was and is to be told. */
  public void forget(String webhook) {
    entities
        .createQuery("delete from DueTask t where t.kind = :kind and t.subjectId in (select d.id from WebhookDelivery d where d.webhook = :webhook and d.state = :pending)")
        .setParameter("kind", DueTaskKind.WEBHOOK_DELIVERY)
        .setParameter("webhook", webhook)
        .setParameter("pending", DeliveryState.PENDING)
        .executeUpdate();
    entities.createQuery("delete from WebhookDelivery d where d.webhook = :webhook").setParameter("webhook", webhook).executeUpdate();
  }

  /** Forgets deliveries of events that happened before. */
  public int forget(Instant before) {
    return entities.createQuery("delete from WebhookDelivery d where d.createdAt < :before").setParameter("before", before).executeUpdate();
  }
}
