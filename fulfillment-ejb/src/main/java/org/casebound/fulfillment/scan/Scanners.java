package org.casebound.fulfillment.scan;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.casebound.fulfillment.scan.clamd.ClamdScanner;
import org.eclipse.microprofile.config.ConfigProvider;

/** The scanner of this installation. Its settings are read at the start. */
@Singleton
@Startup
@PermitAll
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Scanners {
  @Inject @Any private Instance<ContentScanner> beans;

  private final ScannerSettings settings = ScannerSettings.from(ConfigProvider.getConfig());

  /** Whether documents are to be scanned. */
  public boolean installed() {
    return settings.bean().isPresent() || settings.clamd().isPresent();
  }

  /** How long a scanner may take for one document. */
  public Duration timeout() {
    return settings.timeout();
  }

  /**
   * The scanner.
   *
   * @throws IllegalStateException when the one that is named, or any, is missing
   */
  public ContentScanner require() {
    return require(settings.timeout());
  }

  /** Which scanner looks, for people. */
  public String name() {
    return settings.bean().or(() -> settings.clamd().map(address -> "clamd " + address.getHostString() + ":" + address.getPort())).orElse("");
  }

  /**
   * The scanner.
   *
   * @param limit how long clamd may take; a scanner of the installation takes as long as it does
   * @throws IllegalStateException when the one that is named, or any, is missing
   */
  public ContentScanner require(Duration limit) {
    Optional<ContentScanner> clamd = settings.clamd().map(address -> new ClamdScanner(address, limit));
    return settings.bean().map(this::named).or(() -> clamd).orElseThrow(() -> new IllegalStateException("There is no scanner."));
  }

  private ContentScanner named(String name) {
    Instance<ContentScanner> found = beans.select(NamedLiteral.of(name));
    if (!found.isResolvable()) {
      throw new IllegalStateException("There is no scanner '%s'; deploy the bean of that name, or change casebound.scanner.".formatted(name));
    }
    return found.get();
  }
}
