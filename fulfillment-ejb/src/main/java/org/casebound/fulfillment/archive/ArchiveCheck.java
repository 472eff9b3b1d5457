package org.casebound.fulfillment.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleText;

/** Holds the files of an archive against its manifest. */
final class ArchiveCheck {
  private static final String MEND = "Somebody changed it after the export: take the archive as it was exported.";

  private ArchiveCheck() {}

  /**
   * The archive that the files make.
   *
   * @throws org.casebound.fulfillment.studio.BundleRefused with every file that is missing, changed or not listed
   */
  static BundleArchive checked(String fileName, Map<String, byte[]> files) {
    byte[] manifest = files.get(ArchiveManifest.PATH);
    if (manifest == null) {
      throw ArchiveProblems.refused(
          fileName, "This is no archive of processes: the file %s is missing.".formatted(ArchiveManifest.PATH), "Take the archive as it was exported.");
    }
    Map<String, String> checksums = ArchiveManifest.read(manifest).checksums();
    ArchiveProblems.refuseIfAny(problems(files, checksums));
    List<ArchivedBundle> bundles = new ArrayList<>();
    checksums.keySet().forEach(path -> bundles.add(ArchivedBundle.at(path, BundleText.decode(path, files.get(path)))));
    if (bundles.isEmpty()) {
      throw ArchiveProblems.refused(ArchiveManifest.PATH, "The archive holds no process.", "Choose processes when you export.");
    }
    bundles.sort(ArchivedBundle.ORDER);
    Optional<ArchiveSignature> signature = Optional.ofNullable(files.get(ArchiveSignature.PATH)).map(ArchiveSignature::read);
    return new BundleArchive(bundles, manifest, signature);
  }

  private static List<BundleProblem> problems(Map<String, byte[]> files, Map<String, String> checksums) {
    List<BundleProblem> problems = new ArrayList<>();
    checksums.forEach(
        (path, checksum) -> {
          byte[] content = files.get(path);
          if (content == null) {
            problems.add(ArchiveProblems.whole(path, "The file is in the manifest and not in the archive.", MEND));
          } else if (!ArchiveManifest.sha256(content).equals(checksum)) {
            problems.add(ArchiveProblems.whole(path, "The file does not have the checksum of the manifest.", MEND));
          }
        });
    files.keySet().stream()
        .filter(path -> ArchivedBundle.isPath(path) && !checksums.containsKey(path))
        .forEach(path -> problems.add(ArchiveProblems.whole(path, "The file is in the archive and not in the manifest.", MEND)));
    return problems;
  }
}
