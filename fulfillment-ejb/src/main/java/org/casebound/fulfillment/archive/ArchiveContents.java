package org.casebound.fulfillment.archive;

import java.util.List;

/**
 * An archive that nobody changed.
 *
 * @param trustMessage what the signature is worth here, one sentence
 * @param processes in the order of the archive
 */
public record ArchiveContents(ArchiveTrust trust, String trustMessage, List<ArchivedProcess> processes) {
  public ArchiveContents {
    processes = List.copyOf(processes);
  }

  /**
   * A bundle in the archive.
   *
   * @param sha256 of its bytes, lower-case hexadecimal
   */
  public record ArchivedProcess(String process, int version, String sha256) {}
}
