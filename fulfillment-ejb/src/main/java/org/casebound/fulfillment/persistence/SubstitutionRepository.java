package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.workitem.Substitution;

/** Who stands in for whom. Works in the caller's transaction. */
@Dependent
public class SubstitutionRepository {
  @Inject private EntityManager entities;
  @Inject private NewRecords records;

  public void add(Substitution substitution) {
    records.add(substitution);
  }

  public Optional<Substitution> find(long id) {
    return Optional.ofNullable(entities.find(Substitution.class, id));
  }

  public void remove(Substitution substitution) {
    entities.remove(substitution);
  }

  /** For whom the person stands in at this time. */
  public List<Substitution> heldBy(String substitute, Instant now) {
    return entities
        .createQuery(
            "select s from Substitution s where s.substitute = :user and s.until > :now and s.from <= :now", Substitution.class)
        .setParameter("user", substitute)
        .setParameter("now", now)
        .getResultList();
  }

  /** Those that hold at some time of a period. */
  public List<Substitution> during(Instant from, Instant until) {
    return entities
        .createQuery("select s from Substitution s where s.until > :from and s.from < :until", Substitution.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }

  /**
   * Substitutions that are not over, newest first, those before the given id.
   *
   * @param user only those that concern this person; empty: all
   */
  public List<Substitution> notOver(Optional<String> user, Instant now, long beforeId, int size) {
    return entities
        .createQuery(
            "select s from Substitution s where s.until > :now and s.id < :before"
                + " and (:user = '' or s.absent = :user or s.substitute = :user) order by s.id desc",
            Substitution.class)
        .setParameter("now", now)
        .setParameter("before", beforeId)
        .setParameter("user", user.orElse(""))
        .setMaxResults(size)
        .getResultList();
  }
}
