package org.casebound.fulfillment.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.casebound.fulfillment.studio.BundleRefused;

/**
 * Unpacks an archive in memory, within {@link ArchiveLimits}: only the paths that archives have, each once. How the files are packed
 * does not matter, so one that a person packed anew is read, too. Not thread-safe; one for each archive.
 */
final class ArchiveReader {
  private static final String MEND = "Take the archive as it was exported.";

  private final String fileName;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private int total;

  private ArchiveReader(String fileName) {
    this.fileName = fileName;
  }

  /**
   * The archive in those bytes, its checksums checked.
   *
   * @param fileName name of the archive, for the problems
   * @throws BundleRefused with every file that is missing, changed or too many
   */
  static BundleArchive read(String fileName, byte[] bytes) {
    ArchiveReader reader = new ArchiveReader(fileName);
    reader.unpack(bytes);
    return ArchiveCheck.checked(fileName, reader.files);
  }

  private void unpack(byte[] bytes) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        add(entry.getName(), zip);
      }
    } catch (IOException | IllegalArgumentException broken) {
      // The JDK refuses names and fields that it can not read with the latter.
      throw ArchiveProblems.refused(fileName, "The archive is broken and can not be unpacked.", MEND);
    }
  }

  private void add(String path, ZipInputStream zip) throws IOException {
    if (!path.equals(ArchiveManifest.PATH) && !path.equals(ArchiveSignature.PATH) && !ArchivedBundle.isPath(path)) {
      throw ArchiveProblems.refused(fileName, "The archive has a file at '%s', where none may be.".formatted(shown(path)), MEND);
    }
    if (files.size() >= ArchiveLimits.MOST_BUNDLES + 2) {
      throw ArchiveProblems.refused(
          fileName, "The archive has more than %d bundles.".formatted(ArchiveLimits.MOST_BUNDLES), "Split it.");
    }
    byte[] content = zip.readNBytes(ArchiveLimits.MOST_FILE_BYTES + 1);
    total += content.length;
    if (content.length > ArchiveLimits.MOST_FILE_BYTES) {
      throw ArchiveProblems.refused(path, "The file is larger than 1 MiB.", "Split it: one process for each file.");
    }
    if (total > ArchiveLimits.MOST_BYTES) {
      throw ArchiveProblems.refused(fileName, "Unpacked, the archive is larger than 16 MiB.", "Split it.");
    }
    if (files.put(path, content) != null) {
      throw ArchiveProblems.refused(path, "The file is in the archive twice.", MEND);
    }
  }

  /** Names come from anybody: short, and without characters that change how a line is read. */
  private static String shown(String path) {
    String plain = path.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > 100 ? plain.substring(0, 100) + "..." : plain;
  }
}
