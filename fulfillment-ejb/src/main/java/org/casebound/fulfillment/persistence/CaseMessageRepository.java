package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.casebound.domain.cases.CaseMessage;
import org.casebound.domain.cases.MessageSide;

/** What the people who work cases and their requesters write to each other. Works in the caller's transaction. */
@Dependent
public class CaseMessageRepository {
  @Inject private EntityManager entities;
  @Inject private NewRecords records;

  /** Keeps the message until the end of the transaction. */
  public void add(CaseMessage message) {
    records.add(message);
  }

  /** All of a case, oldest first. */
  public List<CaseMessage> ofCase(long caseId) {
    return entities
        .createQuery("select m from CaseMessage m where m.caseId = :case order by m.id", CaseMessage.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** Those of a case before that id, newest first. */
  public List<CaseMessage> page(long caseId, long before, int size) {
    return entities
        .createQuery("select m from CaseMessage m where m.caseId = :case and m.id < :before order by m.id desc", CaseMessage.class)
        .setParameter("case", caseId)
        .setParameter("before", before)
        .setMaxResults(size)
        .getResultList();
  }

  /** Those of one side that the other has not read. */
  public List<CaseMessage> unread(long caseId, MessageSide writtenBy) {
    return entities
        .createQuery(
            "select m from CaseMessage m where m.caseId = :case and m.side = :side and m.readAt is null order by m.id", CaseMessage.class)
        .setParameter("case", caseId)
        .setParameter("side", writtenBy)
        .getResultList();
  }
}
