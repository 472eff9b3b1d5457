package org.casebound.fulfillment.studio;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.casebound.fulfillment.config.Caller;

/** Imports process bundles: whole, or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BundleImport {
  @Inject private BundlePublication publication;
  @Inject private ProcessCatalog catalog;
  @Resource private SessionContext context;

  /**
   * What an import did.
   *
   * @param changed false when the same version with the same content was there already
   */
  public record ImportResult(boolean changed) {}

  /**
   * Imports a bundle; its process is active afterwards.
   *
   * @param fileName name shown in problems
   * @throws BundleRefused with every problem found
   * @throws org.casebound.domain.shared.RuleViolation BUNDLE-001 when the version was published with another content, REVIEW-005
   *     when a second person must publish
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public ImportResult importBundle(String fileName, String yaml) {
    publication.requireAlone();
    boolean changed = publication.publish(fileName, yaml, Caller.of(context).name());
    catalog.refresh();
    return new ImportResult(changed);
  }
}
