package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.fulfillment.cases.PromisedTimes;
import org.casebound.fulfillment.engine.WorkDeadlines;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Stops and starts all clocks of a case: of its promised times and of its open work. The case is locked. */
@Dependent
class CaseClocks {
  @Inject private PromisedTimes promises;
  @Inject private WorkDeadlines deadlines;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;

  /**
   * Stops the clocks that run.
   *
   * @return how many were stopped
   */
  int pause(Case paused, String reason, String actor) {
    Instant now = clock.instant();
    return promises.pause(paused, reason, actor, now) + deadlines.pause(paused.id(), now);
  }

  /**
   * Starts the clocks that are paused.
   *
   * @return how many run again
   */
  int resume(Case resumed, String actor) {
    Instant now = clock.instant();
    PublishedProcess process = catalog.require(resumed.processName(), resumed.processVersion());
    return promises.resume(resumed, process, "", actor, now) + deadlines.resume(resumed.id(), now);
  }
}
