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
import org.casebound.fulfillment.persistence.LibraryRepository;
import org.casebound.fulfillment.persistence.ProcessRepository;

/** The transaction that publishes a bundle. Not for callers outside the module: see BundleImport. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BundlePublication {
  @Inject private ProcessRepository processes;
  @Inject private LibraryRepository library;
  @Inject private ActiveVersions active;
  @Inject private BundleReader reader;
  @Inject private Clock clock;

  /**
   * Reads, checks and publishes a bundle; a version that waits for its time is called off. One that is there already with the same content is left as
   * it is.
   *
   * @param who a user, or the system
   * @return whether anything changed
   * @throws BundleRefused with every problem found
   * @throws RuleViolation BUNDLE-001 when the version was published before with another content
   * @throws org.casebound.domain.shared.StaleRecord BUNDLE-008 when another one publishes it at this moment
   */
  public boolean publish(String fileName, String yaml, String who) {
    return publish(fileName, yaml, who, Optional.empty());
  }

  /**
   * The same with a second person, who approved it.
   *
   * @param who who wrote it
   */
  public boolean publish(String fileName, String yaml, String who, Optional<String> approver) {
    ProcessBundle bundle = reader.read(fileName, yaml);
    CanonicalBundle canonical = CanonicalBundle.of(bundle);
    if (isHere(fileName, bundle, canonical)) {
      return false;
    }
    String name = bundle.process().name();
    int version = bundle.process().version();
    Instant now = clock.instant();
    Optional<ProcessVersion> before = active.makeWay(name, version, who, "", now);
    ProcessVersion published =
        ProcessVersion.active(name, version, canonical.json(), canonical.sha256(), yaml, who, now).approvedBy(approver);
    processes.add(published);
    active.cameIntoForce(before, published, approver.orElse(who));
    FulfillmentLog.LOG.processActive(name, version, fileName);
    return true;
  }

  /**
   * Reads, checks and saves a bundle: it can not be requested until somebody activates it.
   *
   * @return whether anything changed
   * @throws BundleRefused with every problem found
   * @throws RuleViolation BUNDLE-001 when the version is here with another content
   * @throws org.casebound.domain.shared.StaleRecord BUNDLE-008 when another one saves it at this moment
   */
  public boolean save(String fileName, String yaml, String who) {
    return save(fileName, yaml, who, Optional.empty());
  }

  /**
   * The same with a second person, who approved it.
   *
   * @param who who wrote it
   */
  public boolean save(String fileName, String yaml, String who, Optional<String> approver) {
    ProcessBundle bundle = reader.read(fileName, yaml);
    CanonicalBundle canonical = CanonicalBundle.of(bundle);
    if (isHere(fileName, bundle, canonical)) {
      return false;
    }
    processes.add(
        ProcessVersion.inactive(
                bundle.process().name(), bundle.process().version(), canonical.json(), canonical.sha256(), yaml, who, clock.instant())
            .approvedBy(approver));
    return true;
  }

  /** @throws RuleViolation REVIEW-005 when nobody may publish alone */
  public void requireAlone() {
    library.publicationRule().requireAlone();
  }

  private boolean isHere(String fileName, ProcessBundle bundle, CanonicalBundle canonical) {
    String name = bundle.process().name();
    int version = bundle.process().version();
    Optional<ProcessVersion> published = processes.find(name, version);
    if (published.isPresent() && !published.get().sha256().equals(canonical.sha256())) {
      throw new RuleViolation(
          "BUNDLE-001",
          "%s: version %d of process '%s' was published with another content; a published version never changes. Give this one a higher version."
              .formatted(fileName, version, name));
    }
    return published.isPresent();
  }
}
