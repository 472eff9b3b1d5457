package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.definition.ProcessDraft;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.definition.PublicationRule;
import org.casebound.domain.shared.StaleRecord;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The library of processes: all versions without their documents, and the drafts. Works in the caller's transaction. */
@Dependent
public class LibraryRepository {
  private static final String VERSIONS =
      "select p.name, p.processVersion, p.state, p.sha256, p.publishedAt, p.publishedBy, p.changedAt, p.changedBy, p.changeReason, p.approvedBy"
          + " from ProcessVersion p";

  @Inject private EntityManager entities;

  /** A version without its document. */
  public record VersionRow(
      String name,
      int version,
      ProcessState state,
      String sha256,
      Instant publishedAt,
      String publishedBy,
      Optional<Instant> changedAt,
      String changedBy,
      String changeReason,
      Optional<String> approvedBy) {}

  /** A draft without its text. */
  public record DraftRow(String name, String updatedBy, boolean handedIn) {}

  /** Names a version of a process. */
  public record VersionKey(String name, int version) {}

  /** All versions of all processes, by name, the newest first. A library has some hundreds. */
  public List<VersionRow> versions() {
    return entities
        .createQuery(VERSIONS + " order by p.name, p.processVersion desc", Object[].class)
        .getResultStream()
        .map(LibraryRepository::version)
        .toList();
  }

  /** All versions of a process, the newest first. */
  public List<VersionRow> versions(String name) {
    return entities
        .createQuery(VERSIONS + " where p.name = :name order by p.processVersion desc", Object[].class)
        .setParameter("name", name)
        .getResultStream()
        .map(LibraryRepository::version)
        .toList();
  }

  /** How many cases are not closed, by version; versions without any are left out. */
  public Map<VersionKey, Long> openCases() {
    Map<VersionKey, Long> counts = new HashMap<>();
    entities
        .createQuery(
            "select c.processName, c.processVersion, count(c) from ServiceCase c where c.status <> :closed"
                + " group by c.processName, c.processVersion",
            Object[].class)
        .setParameter("closed", CaseStatus.CLOSED)
        .getResultStream()
        .forEach(row -> counts.put(new VersionKey((String) row[0], (Integer) row[1]), (Long) row[2]));
    return counts;
  }

  /** All drafts, by name. */
  public List<DraftRow> drafts() {
    return entities
        .createQuery("select d.name, d.updatedBy, d.handedInBy from ProcessDraft d order by d.name", Object[].class)
        .getResultStream()
        .map(row -> new DraftRow((String) row[0], (String) row[1], row[2] != null))
        .toList();
  }

  public Optional<ProcessDraft> draft(String name) {
    return Optional.ofNullable(entities.find(ProcessDraft.class, name));
  }

  /** The draft, its row locked until the transaction ends. */
  public Optional<ProcessDraft> lockDraft(String name) {
    return Optional.ofNullable(entities.find(ProcessDraft.class, name, LockModeType.PESSIMISTIC_WRITE));
  }

  /** @throws StaleRecord PROC-002 when another person begins one at this moment */
  public void add(ProcessDraft draft) {
    try {
      entities.persist(draft);
      entities.flush();
    } catch (ConstraintViolationException taken) {
      throw new StaleRecord(
          "PROC-002",
          "Another person began a draft of process '%s' at this moment. Read it, then add what you have written.".formatted(draft.name()));
    }
  }

  public void remove(ProcessDraft draft) {
    entities.remove(draft);
  }

  /** Whether a second person is needed to publish. */
  public PublicationRule publicationRule() {
    return entities.find(PublicationRule.class, PublicationRule.ONLY);
  }

  /** Sends changes now, so that versions are right and a conflict shows here. */
  public void flush() {
    entities.flush();
  }

  private static VersionRow version(Object[] row) {
    return new VersionRow(
        (String) row[0],
        (Integer) row[1],
        (ProcessState) row[2],
        (String) row[3],
        (Instant) row[4],
        (String) row[5],
        Optional.ofNullable((@Nullable Instant) row[6]),
        text(row[7]),
        text(row[8]),
        Optional.ofNullable((@Nullable String) row[9]));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : (String) value;
  }
}
