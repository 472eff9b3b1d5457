package org.casebound.fulfillment.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.casebound.fulfillment.persistence.RetentionRepository;

/** What becomes of a run when its runner ends. Called by threads that have no transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class RetentionRuns {
  @Inject private RetentionRepository retention;
  @Inject private Clock clock;

  /** The runner came to the end of what is due. */
  public void ended(long runId, int runner) {
    retention.lockRun(runId).filter(run -> run.isRunBy(runner)).ifPresent(run -> run.end(clock.instant()));
  }

  /** The runner failed; nothing of its last chunk was kept. The regular look brings another one. */
  public void failed(long runId, int runner, String why) {
    retention.lockRun(runId).filter(run -> run.isRunBy(runner)).ifPresent(run -> run.fail(why, clock.instant()));
  }
}
