package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.casebound.fulfillment.preference.Preference;

/** What people chose for the console. Works in the caller's transaction. */
@Dependent
public class PreferenceRepository {
  @Inject private EntityManager entities;

  /** All choices of a person. */
  public List<Preference> of(String user) {
    return entities
        .createQuery("select p from Preference p where p.id.user = :user", Preference.class)
        .setParameter("user", user)
        .getResultList();
  }

  /** Adds the choice or replaces the one before. */
  public void keep(Preference chosen) {
    entities.merge(chosen);
  }
}
