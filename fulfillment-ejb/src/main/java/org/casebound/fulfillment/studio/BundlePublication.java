package org.casebound.fulfillment.studio;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.persistence.ProcessRepository;

/** The transaction that publishes a bundle. Not for callers outside the module: see BundleImport. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BundlePublication {
  @Inject private ProcessRepository processes;
  @Inject private BundleReader reader;
  @Inject private Clock clock;

  /**
   * Reads, checks and publishes a bundle. A version that is there already with the same content is left as it is.
   *
   * @param who a user, or the system
   * @return whether anything changed
   * @throws BundleRefused with every problem found
   * @throws RuleViolation BUNDLE-001 when the version was published before with another content
   */
  public boolean publish(String fileName, String yaml, String who) {
    ProcessBundle bundle = reader.read(fileName, yaml);
    CanonicalBundle canonical = CanonicalBundle.of(bundle);
    String name = bundle.process().name();
    int version = bundle.process().version();
    Optional<ProcessVersion> published = processes.find(name, version);
    if (published.isPresent()) {
      if (published.get().sha256().equals(canonical.sha256())) {
        return false;
      }
      throw new RuleViolation(
          "BUNDLE-001",
          "%s: version %d of process '%s' was published with another content; a published version never changes. Give this one a higher version."
              .formatted(fileName, version, name));
    }
    Instant now = clock.instant();
    processes
        .active(name)
        .ifPresent(active -> active.retire(who, "version %d took its place".formatted(version), now));
    processes.add(new ProcessVersion(name, version, canonical.json(), canonical.sha256(), yaml, who, now));
    FulfillmentLog.LOG.processActive(name, version, fileName);
    return true;
  }
}
