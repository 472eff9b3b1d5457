package org.casebound.fulfillment.archive;

import java.util.List;
import java.util.Optional;

/**
 * An archive whose files fit its manifest. Whether its signature fits the manifest is not known yet.
 *
 * @param bundles in their {@link ArchivedBundle#ORDER}
 * @param manifest the manifest's own bytes, which the signature is about
 */
public record BundleArchive(List<ArchivedBundle> bundles, byte[] manifest, Optional<ArchiveSignature> signature) {
  public BundleArchive {
    bundles = List.copyOf(bundles);
  }

  /** An archive of those bundles, not signed. */
  static BundleArchive of(List<ArchivedBundle> bundles) {
    List<ArchivedBundle> sorted = bundles.stream().sorted(ArchivedBundle.ORDER).toList();
    return new BundleArchive(sorted, ArchiveManifest.of(sorted).bytes(), Optional.empty());
  }

  /** The same with another signature. */
  BundleArchive signed(Optional<ArchiveSignature> by) {
    return new BundleArchive(bundles, manifest, by);
  }
}
