package org.casebound.fulfillment.system;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.casebound.fulfillment.scan.ScanResult;
import org.casebound.fulfillment.scan.Scanners;

/** Has the virus scanner look at something harmless. */
@Dependent
class ScannerProbe {
  /** A little less than a probe may take, so that the reason is told. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  @Inject private Scanners scanners;

  boolean installed() {
    return scanners.installed();
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task, and whatever a scanner of an installation does
  List<SystemLine> lines() {
    String name = scanners.name();
    try {
      return List.of(of(name, scanners.require(LIMIT).scan("Is somebody there?".getBytes(StandardCharsets.US_ASCII))));
    } catch (RuntimeException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return List.of(SystemLine.of(Finding.SCANNER_FAILS, name, String.valueOf(cause.getMessage())));
    }
  }

  /** What its answer means; what is harmless has no virus in it. */
  static SystemLine of(String name, ScanResult result) {
    if (result instanceof ScanResult.Clean) {
      return SystemLine.of(Finding.SCANNER_ANSWERS, name);
    }
    String says = result instanceof ScanResult.NotScanned unable ? unable.reason() : "It takes a harmless text for a virus.";
    return SystemLine.of(Finding.SCANNER_FAILS, name, says);
  }
}
