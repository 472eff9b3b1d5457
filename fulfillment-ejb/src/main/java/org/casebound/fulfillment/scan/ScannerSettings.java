package org.casebound.fulfillment.scan;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.casebound.fulfillment.scan.clamd.ClamdAddress;
import org.eclipse.microprofile.config.Config;

/**
 * Who looks at documents. A setting that makes no sense stops the start with a sentence that names it.
 *
 * @param bean the {@link ContentScanner} of the installation that does. Key {@code casebound.scanner}, its {@code @Named} name; none by default
 * @param clamd the clamd that does when no bean is named. Key {@code casebound.scanner.clamd}, {@code host:port}; none by default: documents
 *     are not scanned
 * @param timeout how long one document may take. Key {@code casebound.scanner.timeout}, ISO duration, 1 s to 1 h, default PT1M
 */
record ScannerSettings(Optional<String> bean, Optional<InetSocketAddress> clamd, Duration timeout) {
  private static final String CLAMD = "casebound.scanner.clamd";
  private static final String TIMEOUT = "casebound.scanner.timeout";
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofHours(1);

  static ScannerSettings from(Config config) {
    return new ScannerSettings(
        config.getOptionalValue("casebound.scanner", String.class), config.getOptionalValue(CLAMD, String.class).map(ScannerSettings::address), timeout(config));
  }

  private static InetSocketAddress address(String text) {
    return ClamdAddress.parse(text).orElseThrow(() -> wrong(CLAMD, "host:port"));
  }

  private static Duration timeout(Config config) {
    try {
      Duration timeout = config.getOptionalValue(TIMEOUT, Duration.class).orElse(Duration.ofMinutes(1));
      if (timeout.compareTo(LEAST) >= 0 && timeout.compareTo(MOST) <= 0) {
        return timeout;
      }
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException(wrong(TIMEOUT, "an ISO duration").getMessage(), unreadable);
    }
    throw wrong(TIMEOUT, "an ISO duration from " + LEAST + " to " + MOST);
  }

  private static IllegalStateException wrong(String key, String range) {
    return new IllegalStateException("CBD10020: setting " + key + " must be " + range);
  }
}
