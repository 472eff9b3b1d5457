package org.casebound.fulfillment.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.persistence.BulkRepository;

/** What becomes of a job when one of its runners ends. Called by threads that have no transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BulkRuns {
  @Inject private BulkRepository jobs;
  @Inject private DueTaskPlans plans;
  @Inject private Clock clock;

  /** A runner came to its end: the job is at its end, too, or another runner goes on. */
  public void ended(long jobId, int runner) {
    jobs.lock(jobId).filter(job -> job.isRunBy(runner)).ifPresent(this::endOrGoOn);
  }

  private void endOrGoOn(BulkJob job) {
    if (jobs.lines(job.id(), job.lastLine(), 1).isEmpty()) {
      job.end(clock.instant());
    } else {
      job.pause(clock.instant());
      lookNow(job);
    }
  }

  /** A runner failed; nothing of its last chunk was kept. A line that fails again and again, alone, is refused. */
  public void failed(long jobId, int runner, String why) {
    jobs.lock(jobId).filter(job -> job.isRunBy(runner)).ifPresent(job -> retry(job, why));
  }

  private void retry(BulkJob job, String why) {
    Instant now = clock.instant();
    job.fail(why, now);
    if (job.givesUpLine()) {
      jobs.lines(job.id(), job.lastLine(), 1).forEach(line -> giveUp(job, line, why, now));
    }
    lookNow(job);
  }

  private void giveUp(BulkJob job, BulkLine line, String why, Instant now) {
    String sentence = "The line could not be filed: %s. See the server's log, then file it again.".formatted(why);
    jobs.add(new BulkRefusal(job.id(), line.line(), 0, new Problem("", "BULK-012", sentence)));
    job.advance(line.line(), 0, 1, now);
    job.pause(now);
  }

  /** The watch of the job would come by itself, later. */
  private void lookNow(BulkJob job) {
    plans.plan(DueTaskKind.BULK_INTAKE, null, job.id(), BulkRunHandler.ONCE, clock.instant(), Values.EMPTY);
  }
}
