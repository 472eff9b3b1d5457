package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.SavedView;

/** Views that people saved. Works in the caller's transaction. */
@Dependent
public class SavedViewRepository {
  @Inject private EntityManager entities;

  /** A person's own views and those that are shared, by name. */
  public List<SavedView> of(String user, int most) {
    return entities
        .createQuery("select v from SavedView v where v.owner = :user or v.shared = true order by v.name, v.id", SavedView.class)
        .setParameter("user", user)
        .setMaxResults(most)
        .getResultList();
  }

  public Optional<SavedView> find(long id) {
    return Optional.ofNullable(entities.find(SavedView.class, id));
  }

  /** The view that the person has given this name. */
  public Optional<SavedView> find(String user, String name) {
    return entities
        .createQuery("select v from SavedView v where v.owner = :user and v.name = :name", SavedView.class)
        .setParameter("user", user)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** Adds the view at once, so that its name is free or refused now. */
  public void add(SavedView view) {
    entities.persist(view);
    entities.flush();
  }

  public void remove(SavedView view) {
    entities.remove(view);
    entities.flush();
  }
}
