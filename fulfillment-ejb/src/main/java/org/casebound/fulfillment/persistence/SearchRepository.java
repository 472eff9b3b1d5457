package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.persistence.CaseListRepository.Visible;

/** Finds cases by words. */
@Dependent
public class SearchRepository {
  @Inject private EntityManager entities;
  @Inject private WordCondition words;

  /** Cases with all of the words, newest first; none without a word. */
  public List<Case> find(Visible visible, List<String> wanted, int most) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<String, Object> parameters = new HashMap<>();
    String where = words.of("c", wanted, parameters, "") + visibleTo(visible, parameters);
    TypedQuery<Case> query =
        entities.createQuery("select c from ServiceCase c where " + where + " order by c.id desc", Case.class).setMaxResults(most);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  private static String visibleTo(Visible visible, Map<String, Object> parameters) {
    if (visible.everything()) {
      return "";
    }
    parameters.put("user", visible.user());
    parameters.put("person", Owner.Kind.USER);
    String own = "c.requester = :user or (c.ownerKind = :person and c.ownerName = :user)";
    if (visible.queues().isEmpty()) {
      return " and (" + own + ")";
    }
    parameters.put("queues", visible.queues());
    return " and (" + own + " or c.homeQueue in (:queues))";
  }
}
