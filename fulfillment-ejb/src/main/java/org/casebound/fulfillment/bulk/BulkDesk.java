package org.casebound.fulfillment.bulk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.persistence.BulkRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Files of many requests. Those who run the system see the jobs of all; a system that integrates sees its own.
 *
 * <p>Unknown jobs are answered with {@link UnknownRecord}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
@RolesAllowed({Caller.INTEGRATION, Caller.OPERATOR, Caller.ADMINISTRATOR})
public class BulkDesk {
  /** How many lines of a report one call answers. */
  static final int REPORT_PORTION = 500;

  @Inject private BulkReceiving receiving;
  @Inject private BulkRepository jobs;
  @Inject private DueTaskPlans plans;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Takes a file in, line by line, and begins to file it. Either all of its lines are kept or none.
   *
   * @throws RequestRefused BULK-001 when there is no request in it, BULK-002 when it can not be taken apart, INTAKE-001 when its
   *     process is unknown
   * @throws IOException when the connection breaks
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BulkJobView receive(BulkUpload upload, InputStream bytes) throws IOException {
    upload.process().filter(name -> catalog.active(name).isEmpty()).ifPresent(BulkDesk::refuseProcess);
    BulkFile file = new BulkFile(upload.format(), bytes);
    long job = receiving.begin(upload, file.header(), Caller.of(context).name());
    boolean whole = false;
    try {
      int lines = 0;
      for (List<Lines.Line> portion = file.next(); !portion.isEmpty(); portion = file.next()) {
        receiving.append(job, portion);
        lines += portion.size();
      }
      if (lines == 0) {
        refuse("", "BULK-001", "There is no request in the file.");
      }
      BulkJobView view = receiving.end(job, lines);
      whole = true;
      return view;
    } finally {
      if (!whole) {
        receiving.discard(job);
      }
    }
  }

  private static void refuseProcess(String name) {
    refuse("/process", "INTAKE-001", "There is no active process '%s'; see the list of processes.".formatted(name));
  }

  private static void refuse(String pointer, String code, String message) {
    throw new RequestRefused(List.of(new RequestRefused.Problem(pointer, code, message)));
  }

  /** The jobs, newest first. */
  public Page<BulkJobView> list(Optional<String> cursor, int size) {
    return Cursor.page(
        jobs.list(onlyOf(), Cursor.before(cursor), Cursor.size(size) + 1), size, BulkJob::id, BulkJobView::of);
  }

  /** How far a job is. */
  public BulkJobView get(long id) {
    return BulkJobView.of(visible(jobs.find(id), id));
  }

  /**
   * Stops a job; what is filed stays, the chunk in hand is taken back.
   *
   * @throws RuleViolation BULK-010 when it is not running
   */
  public BulkJobView stop(long id) {
    BulkJob job = visible(jobs.lock(id), id);
    job.stop(Caller.of(context).name());
    return BulkJobView.of(job);
  }

  /**
   * Lets a stopped job go on where it was. One whose server died goes on by itself.
   *
   * @throws RuleViolation BULK-010 when it is not stopped
   */
  public BulkJobView restart(long id) {
    BulkJob job = visible(jobs.lock(id), id);
    job.restart(clock.instant());
    plans.plan(DueTaskKind.BULK_INTAKE, null, job.id(), Integer.toString(job.starts()), clock.instant(), Values.EMPTY);
    return BulkJobView.of(job);
  }

  /**
   * Forgets a job with its lines and its report; the cases stay.
   *
   * @throws RuleViolation BULK-011 while it is running
   */
  public void delete(long id) {
    BulkJob job = visible(jobs.lock(id), id);
    job.requireDeletable();
    jobs.delete(job);
  }

  /** What is wrong with the lines that were refused, in their order. */
  public Page<BulkJobView.Refusal> refusals(long id, Optional<String> cursor, int size) {
    long[] after = cursor.map(text -> Cursor.numbers(text, 2)).orElse(new long[] {0, 0});
    List<BulkRefusal> found =
        jobs.refusals(visible(jobs.find(id), id).id(), (int) after[0], (int) after[1], Cursor.size(size) + 1);
    return Cursor.pageBy(
        found,
        size,
        refusal -> Cursor.of(refusal.line(), refusal.position()),
        refusal -> new BulkJobView.Refusal(refusal.line(), refusal.place(), refusal.code(), refusal.message()));
  }

  /** The next {@value #REPORT_PORTION} lines of the report, those after that line of the file; from 0 with a header. */
  public BulkReport report(long id, int afterLine) {
    BulkJob job = visible(jobs.find(id), id);
    List<BulkLine> lines =
        jobs.lines(id, afterLine, REPORT_PORTION).stream().filter(line -> line.line() <= job.lastLine()).toList();
    if (lines.isEmpty()) {
      return BulkReport.of(afterLine, lines, List.of());
    }
    int last = lines.get(lines.size() - 1).line();
    return BulkReport.of(afterLine, lines, jobs.refusalsOf(id, lines.get(0).line(), last));
  }

  private BulkJob visible(Optional<BulkJob> found, long id) {
    return found
        .filter(job -> onlyOf().isEmpty() || job.submittedBy().equals(onlyOf().get()))
        .orElseThrow(() -> new UnknownRecord("bulk job", id));
  }

  private Optional<String> onlyOf() {
    Caller caller = Caller.of(context);
    return caller.is(Caller.OPERATOR) || caller.is(Caller.ADMINISTRATOR) ? Optional.empty() : Optional.of(caller.name());
  }
}
