package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebound.fulfillment.audit.AdminChange;
import org.casebound.fulfillment.audit.AdminChangeHead;
import org.casebound.fulfillment.audit.AdminChangeQuery;

/** Changes of administration: added and read, never changed. Works in the caller's transaction. */
@Dependent
public class AdminChangeRepository {
  @Inject private EntityManager entities;

  /**
   * The end of the chain, its row locked until the transaction ends. What was changed before is sent to the database first: nobody waits for another
   * one's rows while he has this one.
   */
  public AdminChangeHead lockHead() {
    entities.flush();
    return entities.find(AdminChangeHead.class, AdminChangeHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The end of the chain, as it is now. */
  public AdminChangeHead head() {
    return entities.find(AdminChangeHead.class, AdminChangeHead.ONLY);
  }

  public void add(AdminChange change) {
    entities.persist(change);
  }

  /** Changes before that id, newest first. */
  public List<AdminChange> page(AdminChangeQuery query, long before, int size) {
    Map<String, Object> parameters = new HashMap<>(Map.of("before", before));
    List<String> conditions = new ArrayList<>(List.of("c.id < :before"));
    query.kind().ifPresent(kind -> conditions.add("c.kind = " + named("kind", kind.name(), parameters)));
    query.who().ifPresent(who -> conditions.add("c.who = " + named("who", who, parameters)));
    query.from().ifPresent(from -> conditions.add("c.at >= " + named("from", from, parameters)));
    query.to().ifPresent(to -> conditions.add("c.at < " + named("to", to, parameters)));
    TypedQuery<AdminChange> found =
        entities.createQuery("select c from AdminChange c where " + String.join(" and ", conditions) + " order by c.id desc", AdminChange.class);
    parameters.forEach(found::setParameter);
    return found.setMaxResults(size).getResultList();
  }

  private static String named(String name, Object value, Map<String, Object> parameters) {
    parameters.put(name, value);
    return ":" + name;
  }

  /** The next changes after that id up to another one, in their order. They are let go of again: a chain may be long. */
  public List<AdminChange> following(long after, long last, int size) {
    List<AdminChange> found =
        entities
            .createQuery("select c from AdminChange c where c.id > :after and c.id <= :last order by c.id", AdminChange.class)
            .setParameter("after", after)
            .setParameter("last", last)
            .setMaxResults(size)
            .getResultList();
    found.forEach(entities::detach);
    return found;
  }
}
