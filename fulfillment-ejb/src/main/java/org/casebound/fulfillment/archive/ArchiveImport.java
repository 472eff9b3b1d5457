package org.casebound.fulfillment.archive;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.archive.ArchiveResult.Imported;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.studio.BundleNames;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.NameMapping;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Takes archives in: looks whether they are intact, says what they would do, and imports them whole or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ArchiveImport {
  @Inject private ArchiveSigning signing;
  @Inject private ArchivePlanning planning;
  @Inject private ArchiveChanges changes;
  @Inject private ProcessCatalog catalog;
  @Resource private SessionContext context;

  /**
   * Whether the archive is as it was exported, and who vouches for it.
   *
   * @throws BundleRefused with every file that is missing or changed
   * @throws RuleViolation BUNDLE-005 when its signature does not fit
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public ArchiveContents verify(String fileName, byte[] bytes) {
    BundleArchive archive = ArchiveReader.read(fileName, bytes);
    ArchiveTrust trust = signing.trust(archive);
    return new ArchiveContents(
        trust,
        trust.sentence(),
        archive.bundles().stream()
            .map(bundle -> new ArchiveContents.ArchivedProcess(bundle.name(), bundle.version(), ArchiveManifest.sha256(bundle.bytes())))
            .toList());
  }

  /**
   * What an import would do. Writes nothing, and calls nothing.
   *
   * @throws BundleRefused with everything that is wrong in the archive and its bundles
   * @throws RuleViolation BUNDLE-005 when its signature does not fit
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public ArchivePlan plan(String fileName, byte[] bytes, NameMapping mapping) {
    BundleArchive archive = ArchiveReader.read(fileName, bytes);
    return planning.plan(signing.trust(archive), here(archive, mapping), mapping);
  }

  /**
   * Imports all processes of the archive, or none.
   *
   * @param mapping what queues, groups and connectors are called here
   * @param inactive whether what is new is only saved: it can not be requested until somebody activates it
   * @throws BundleRefused with everything that is wrong in the archive and its bundles
   * @throws RuleViolation BUNDLE-003 when something of this installation is missing or in conflict, BUNDLE-004 when its signer is not
   *     trusted, BUNDLE-005 when its signature does not fit, REVIEW-005 when a second person must activate it
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public ArchiveResult importArchive(String fileName, byte[] bytes, NameMapping mapping, boolean inactive) {
    BundleArchive archive = ArchiveReader.read(fileName, bytes);
    ArchiveTrust trust = signing.trust(archive);
    trust.require();
    List<ArchivedBundle> bundles = here(archive, mapping);
    ArchivePlan plan = planning.plan(trust, bundles, mapping);
    List<String> obstacles = plan.obstacles(inactive);
    if (!obstacles.isEmpty()) {
      throw new RuleViolation("BUNDLE-003", "Nothing was imported. %s".formatted(String.join(" ", obstacles)));
    }
    String who = Caller.of(context).name();
    changes.take(bundles, who, inactive);
    catalog.refresh();
    FulfillmentLog.LOG.archiveImported(who, bundles.size(), trust.standing().name(), trust.signer().orElse("-"));
    return new ArchiveResult(
        trust, !inactive, plan.processes().stream().map(each -> new Imported(each.process(), each.version(), each.change())).toList());
  }

  private static List<ArchivedBundle> here(BundleArchive archive, NameMapping mapping) {
    return archive.bundles().stream()
        .map(bundle -> new ArchivedBundle(bundle.name(), bundle.version(), BundleNames.renamed(bundle.path(), bundle.text(), mapping)))
        .toList();
  }
}
