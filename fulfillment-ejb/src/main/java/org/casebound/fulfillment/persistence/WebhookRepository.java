package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.integration.Webhook;

/** Receivers of events. Works in the caller's transaction. */
@Dependent
public class WebhookRepository {
  @Inject private EntityManager entities;

  /** All of them by name; there are few. */
  public List<Webhook> all() {
    return entities.createQuery("select w from Webhook w order by w.name", Webhook.class).getResultList();
  }

  public Optional<Webhook> find(String name) {
    return Optional.ofNullable(entities.find(Webhook.class, name));
  }

  /** The webhook as it is now, its row locked until the transaction ends. */
  public Optional<Webhook> lock(String name) {
    Optional<Webhook> found = Optional.ofNullable(entities.find(Webhook.class, name, LockModeType.PESSIMISTIC_WRITE));
    found.ifPresent(webhook -> entities.refresh(webhook, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  /** Stores a new one at once. */
  public void add(Webhook webhook) {
    entities.persist(webhook);
    entities.flush();
  }

  /** Sends a change to the database, so that its version is right. */
  public void save() {
    entities.flush();
  }

  public void remove(Webhook webhook) {
    entities.remove(webhook);
  }
}
