package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.catalog.DocumentContent;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;

/** Cases with what belongs to them. Works in the caller's transaction. */
@Dependent
public class CaseRepository {
  @Inject private EntityManager entities;
  @Inject private NewRecords records;

  @Inject private Event<CaseFiled> filed;
  @Inject private Event<RecordChanged> changed;

  /**
   * A case and its request are being saved, in the transaction that is still open. Observers take part in it: they see both
   * records, can change them and add others, and can still prevent them.
   *
   * @param actor user who filed it
   */
  public record CaseFiled(Case filedCase, ServiceCatalogRequest request, String actor) {}

  /**
   * A case or its request was changed, in the transaction that is still open. Observers take part in it.
   *
   * @param caseBefore what conditions saw of the case before the change
   * @param requestBefore what they saw of the request
   * @param actor who or what changed it
   */
  public record RecordChanged(
      Case changedCase, ServiceCatalogRequest request, Values caseBefore, Values requestBefore, String actor) {}

  /** Saves a case and its request and tells the observers, before this returns, that they are there. */
  public void file(Case newCase, ServiceCatalogRequest request, String actor) {
    records.add(newCase);
    records.add(request);
    filed.fire(new CaseFiled(newCase, request, actor));
  }

  /** Tells the observers that a case or its request was changed: once for each change, after it is complete. */
  public void changed(RecordChanged change) {
    changed.fire(change);
  }

  /** Saves a document with its bytes. */
  public void add(Document document, byte[] content) {
    records.add(document);
    records.add(new DocumentContent(document.id(), content));
  }

  public Optional<Case> find(long id) {
    return Optional.ofNullable(entities.find(Case.class, id));
  }

  /** The case, its row locked until the transaction ends. */
  public Optional<Case> lock(long id) {
    return Optional.ofNullable(entities.find(Case.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<ServiceCatalogRequest> request(long id) {
    return Optional.ofNullable(entities.find(ServiceCatalogRequest.class, id));
  }

  /** A case and its request. */
  public record Filed(Case workedCase, ServiceCatalogRequest request) {}

  /**
   * A case with its request, read at once.
   *
   * @throws UnknownRecord when there is no such case
   */
  public Filed requireFiled(long caseId) {
    return entities
        .createQuery(
            "select c, r from ServiceCase c join ServiceCatalogRequest r on r.caseId = c.id where c.id = :id", Filed.class)
        .setParameter("id", caseId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new UnknownRecord("case", caseId));
  }

  /** The request of a case. */
  public ServiceCatalogRequest requestOf(long caseId) {
    return entities
        .createQuery(
            "select r from ServiceCatalogRequest r where r.caseId = :caseId", ServiceCatalogRequest.class)
        .setParameter("caseId", caseId)
        .getSingleResult();
  }

  /** The documents of a case, without their bytes, oldest first. */
  public List<Document> documentsOf(long caseId) {
    return entities
        .createQuery("select d from Document d where d.caseId = :caseId order by d.id", Document.class)
        .setParameter("caseId", caseId)
        .getResultList();
  }

  /** A document of the case. */
  public Optional<Document> document(long caseId, long documentId) {
    return document(documentId).filter(document -> document.caseId() == caseId);
  }

  public Optional<Document> document(long documentId) {
    return Optional.ofNullable(entities.find(Document.class, documentId));
  }

  public byte[] contentOf(Document document) {
    return entities.find(DocumentContent.class, document.id()).content();
  }

  /** The history of a case, oldest first. */
  public List<HistoryEntry> historyOf(long caseId) {
    return entities
        .createQuery("select h from HistoryRow h where h.caseId = :caseId order by h.id", HistoryRow.class)
        .setParameter("caseId", caseId)
        .getResultStream()
        .flatMap(HistoryRow::changes)
        .sorted(Comparator.comparing(HistoryEntry::happenedAt))
        .toList();
  }

  /** How many transactions have changed something of a case; grows with each. */
  public long changesOf(long caseId) {
    return entities.createQuery("select count(h) from HistoryRow h where h.caseId = :caseId", Long.class).setParameter("caseId", caseId).getSingleResult();
  }

  /** Sends what was changed to the database now, so that a conflict shows here and not at commit. */
  public void flush() {
    records.save();
  }
}
