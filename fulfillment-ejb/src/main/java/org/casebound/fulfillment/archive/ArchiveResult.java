package org.casebound.fulfillment.archive;

import java.util.List;
import org.casebound.fulfillment.library.ImportPlan.Change;

/**
 * What the import of an archive did.
 *
 * @param active whether what is new can be requested now
 * @param processes in the order of the archive
 */
public record ArchiveResult(ArchiveTrust trust, boolean active, List<Imported> processes) {
  public ArchiveResult {
    processes = List.copyOf(processes);
  }

  /** What became of a process. */
  public record Imported(String process, int version, Change change) {}
}
