package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.desk.WorkDraft;

/** What people have typed and not decided yet. Works in the caller's transaction. */
@Dependent
public class WorkDraftRepository {
  /** Adds or replaces, but only the draft of who has the item: right and draft are one statement, because it runs every few seconds. */
  private static final String KEEP =
      "merge into work_item_draft d using"
          + " (select w.id as item, w.assignee as person from work_item w where w.id = :item and w.assignee = :user and w.state = 'CLAIMED') s"
          + " on (d.work_item_id = s.item and d.user_name = s.person)"
          + " when matched then update set body = :body, saved_at = :now"
          + " when not matched then insert (work_item_id, user_name, body, saved_at) values (s.item, s.person, :body, :now)";

  private final ValuesConverter json = new ValuesConverter();

  @Inject private EntityManager entities;

  /**
   * Keeps the draft of a person who has the item; of anybody else nothing is kept.
   *
   * @param body JSON, see {@link #text}
   * @return whether it was kept
   */
  public boolean keep(long itemId, String user, String body, Instant now) {
    return entities
            .createNativeQuery(KEEP)
            .setParameter("item", itemId)
            .setParameter("user", user)
            .setParameter("body", body)
            .setParameter("now", now)
            .executeUpdate()
        > 0;
  }

  /** A draft as it is stored. */
  public String text(Values typed) {
    return json.convertToDatabaseColumn(typed);
  }

  public Optional<WorkDraft> find(long itemId, String user) {
    return Optional.ofNullable(entities.find(WorkDraft.class, new WorkDraft.Id(itemId, user)));
  }

  /** Nobody has a draft of the item any more. */
  public void forget(long itemId) {
    entities.createQuery("delete from WorkDraft d where d.id.itemId = :item").setParameter("item", itemId).executeUpdate();
  }

  /** The person has no draft of the item any more. */
  public void forget(long itemId, String user) {
    entities
        .createQuery("delete from WorkDraft d where d.id.itemId = :item and d.id.user = :user")
        .setParameter("item", itemId)
        .setParameter("user", user)
        .executeUpdate();
  }
}
