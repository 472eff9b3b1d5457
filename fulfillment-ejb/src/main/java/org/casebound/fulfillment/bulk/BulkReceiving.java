package org.casebound.fulfillment.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.BulkRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** The transactions in which a file comes in, a portion each: none is open while the sender is waited for. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BulkReceiving {
  @Inject private BulkRepository jobs;
  @Inject private DueTaskPlans plans;
  @Inject private RecordIds ids;
  @Inject private Clock clock;

  /** A file begins to come in; the id of its job. */
  public long begin(BulkUpload upload, String header, String caller) {
    BulkJob job =
        new BulkJob(
            ids.next(RecordKind.BULK_JOB),
            upload.format(),
            upload.fileName(),
            upload.process().orElse(null),
            header,
            caller,
            clock.instant());
    jobs.add(job);
    return job.id();
  }

  /** Some of its lines are there. */
  public void append(long jobId, List<Lines.Line> lines) {
    lines.forEach(line -> jobs.add(new BulkLine(jobId, line.number(), line.content())));
  }

  /** All of its lines are there: they are filed from now on. */
  public BulkJobView end(long jobId, int lines) {
    BulkJob job = jobs.lock(jobId).orElseThrow();
    job.received(lines, clock.instant());
    watch(job);
    return BulkJobView.of(job);
  }

  /** It came in broken. */
  public void discard(long jobId) {
    jobs.find(jobId).ifPresent(jobs::delete);
  }

  /** Somebody looks after the job from now on. */
  private void watch(BulkJob job) {
    plans.plan(
        DueTaskKind.BULK_INTAKE, null, job.id(), Integer.toString(job.starts()), clock.instant(), Values.EMPTY);
  }
}
