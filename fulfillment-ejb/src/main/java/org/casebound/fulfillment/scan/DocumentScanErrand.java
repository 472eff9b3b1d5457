package org.casebound.fulfillment.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.fulfillment.due.DueErrand;

/** Has a scanner look at a document. As long as nobody can, it waits and is never taken for clean. */
@ApplicationScoped
public class DocumentScanErrand implements DueErrand {
  private static final Duration ON_TOP = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  @Inject private Scanners scanners;
  @Inject private DocumentScans scans;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.DOCUMENT_SCAN;
  }

  @Override
  public boolean ready() {
    return scanners.installed();
  }

  @Override
  public Duration longest() {
    return scanners.timeout().plus(ON_TOP);
  }

  @Override
  public Duration longestPause() {
    return LONGEST_PAUSE;
  }

  @Override
  public Ending run(long subjectId) {
    Optional<ScanResult> result = scans.content(subjectId).map(scanners.require()::scan);
    if (result.orElse(null) instanceof ScanResult.NotScanned unable) {
      throw new IllegalStateException(unable.reason());
    }
    return (task, now) -> result.ifPresent(found -> scans.found(subjectId, found, now));
  }

  @Override
  public void failed(DueTask task, String why, Instant now) {
    scans.failed(task.subjectId(), why);
  }
}
