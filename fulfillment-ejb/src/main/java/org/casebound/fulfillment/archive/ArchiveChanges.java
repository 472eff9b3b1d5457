package org.casebound.fulfillment.archive;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.fulfillment.studio.BundlePublication;

/** The transaction that takes in an archive: all of its processes or none. Not for callers outside the module: see ArchiveImport. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ArchiveChanges {
  @Inject private BundlePublication publication;

  /**
   * Publishes every bundle, or saves every one without making it active.
   *
   * @throws org.casebound.fulfillment.studio.BundleRefused with every problem of the first file that has any
   * @throws org.casebound.domain.shared.RuleViolation BUNDLE-001 when a version is here with another content, REVIEW-005 when a second
   *     person must activate them
   */
  public void take(List<ArchivedBundle> bundles, String who, boolean inactive) {
    if (!inactive) {
      publication.requireAlone();
    }
    for (ArchivedBundle bundle : bundles) {
      if (inactive) {
        publication.save(bundle.path(), bundle.text(), who);
      } else {
        publication.publish(bundle.path(), bundle.text(), who);
      }
    }
  }
}
