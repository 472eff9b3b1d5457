package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.bulk.BulkJob;
import org.casebound.fulfillment.bulk.BulkLine;
import org.casebound.fulfillment.bulk.BulkRefusal;

/** Files of requests, their lines and what was wrong with them. Works in the caller's transaction. */
@Dependent
public class BulkRepository {
  @Inject private EntityManager entities;

  /** Saves a new job at once: its lines name it. */
  public void add(BulkJob job) {
    entities.persist(job);
  }

  public void add(BulkLine line) {
    entities.persist(line);
  }

  public void add(BulkRefusal refusal) {
    entities.persist(refusal);
  }

  public Optional<BulkJob> find(long id) {
    return Optional.ofNullable(entities.find(BulkJob.class, id));
  }

  /** The job, its row locked until the transaction ends. */
  public Optional<BulkJob> lock(long id) {
    return Optional.ofNullable(entities.find(BulkJob.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Jobs before that id, newest first; of one submitter, or all. */
  public List<BulkJob> list(Optional<String> submitter, long before, int size) {
    String of = submitter.isPresent() ? " and j.submittedBy = :submitter" : "";
    var query = entities.createQuery("select j from BulkJob j where j.id < :before" + of + " order by j.id desc", BulkJob.class);
    submitter.ifPresent(name -> query.setParameter("submitter", name));
    return query.setParameter("before", before).setMaxResults(size).getResultList();
  }

  /** Lines after that one, in their order. */
  public List<BulkLine> lines(long jobId, int after, int size) {
    return entities
        .createQuery("select l from BulkLine l where l.key.jobId = :job and l.key.line > :after order by l.key.line", BulkLine.class)
        .setParameter("job", jobId)
        .setParameter("after", after)
        .setMaxResults(size)
        .getResultList();
  }

  /** What was wrong with lines, in their order: what comes after that position of that line. */
  public List<BulkRefusal> refusals(long jobId, int afterLine, int afterPosition, int size) {
    return entities
        .createQuery(
            "select r from BulkRefusal r where r.key.jobId = :job and (r.key.line > :line or r.key.line = :line and r.key.position > :position)"
                + " order by r.key.line, r.key.position",
            BulkRefusal.class)
        .setParameter("job", jobId)
        .setParameter("line", afterLine)
        .setParameter("position", afterPosition)
        .setMaxResults(size)
        .getResultList();
  }

  /** What was wrong with the lines from the first to the last. */
  public List<BulkRefusal> refusalsOf(long jobId, int firstLine, int lastLine) {
    return entities
        .createQuery(
            "select r from BulkRefusal r where r.key.jobId = :job and r.key.line between :first and :last"
                + " order by r.key.line, r.key.position",
            BulkRefusal.class)
        .setParameter("job", jobId)
        .setParameter("first", firstLine)
        .setParameter("last", lastLine)
        .getResultList();
  }

  /** Deletes a job and what belongs to it; the cases stay. */
  public void delete(BulkJob job) {
    for (String type : List.of("BulkRefusal", "BulkLine")) {
      entities.createQuery("delete from " + type + " x where x.key.jobId = :job").setParameter("job", job.id()).executeUpdate();
    }
    entities.remove(job);
  }
}
