package org.casebound.fulfillment.bulk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.Receipt;
import org.casebound.fulfillment.intake.RequestFiling;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.intake.ServiceRequest;
import org.casebound.fulfillment.persistence.BulkRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Files lines in the caller's transaction, which also says in the job and in each line what became of it: all of it or nothing. */
@Dependent
public class BulkFiling {
  @Inject private RequestFiling filing;
  @Inject private BulkRepository jobs;
  @Inject private NewRecords records;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;

  /**
   * Files the lines that can be filed, and notes what is wrong with the others.
   *
   * @param lines the first ones that have no result, in their order
   * @throws StaleRecord BULK-013 when the job was stopped or handed to another runner; the chunk is taken back
   */
  public void file(long jobId, int runner, List<BulkLine> lines) {
    BulkJob job =
        jobs.find(jobId)
            .filter(found -> found.isRunBy(runner))
            .orElseThrow(() -> new StaleRecord("BULK-013", "Runner %d may not file job %d any more.".formatted(runner, jobId)));
    LineRequest requests = new LineRequest(job, name -> catalog.active(name).map(PublishedProcess::process));
    int filed = 0;
    for (BulkLine line : lines) {
      filed += file(job, requests, line) ? 1 : 0;
    }
    job.advance(lines.get(lines.size() - 1).line(), filed, lines.size() - filed, clock.instant());
    records.save();
  }

  private boolean file(BulkJob job, LineRequest requests, BulkLine line) {
    try {
      ServiceRequest request = requests.of(line);
      String requester = request.requester().orElse(job.submittedBy());
      Receipt receipt = filing.file(request, requester, Caller.named(job.submittedBy()));
      line.filed(receipt.caseId());
      return true;
    } catch (RequestRefused refused) {
      List<Problem> problems = refused.problems();
      for (int i = 0; i < problems.size(); i++) {
        jobs.add(new BulkRefusal(job.id(), line.line(), i, placed(job, problems.get(i))));
      }
      return false;
    }
  }

  /** In a CSV file a place is a column, not a pointer. */
  private static Problem placed(BulkJob job, Problem problem) {
    return job.format() == BulkFormat.CSV
        ? new Problem(problem.pointer().replaceFirst("^/attributes/", "").replaceFirst("^/", ""), problem.code(), problem.message())
        : problem;
  }
}
