package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.casebound.fulfillment.desk.CaseComment;

/** What is said about cases. Works in the caller's transaction. */
@Dependent
public class CaseCommentRepository {
  @Inject private EntityManager entities;

  public void add(CaseComment comment) {
    entities.persist(comment);
  }

  /** The newest comments of a case, the newest first. */
  public List<CaseComment> newest(long caseId, int most) {
    return entities
        .createQuery("select c from CaseComment c where c.caseId = :case order by c.id desc", CaseComment.class)
        .setParameter("case", caseId)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of the people who have had work of one of the queues. */
  public List<String> workersOf(Collection<String> queues, Collection<String> people) {
    return entities
        .createQuery("select distinct w.assignee from WorkItem w where w.assignee in :people and w.queue in :queues", String.class)
        .setParameter("people", people)
        .setParameter("queues", queues)
        .getResultList();
  }
}
