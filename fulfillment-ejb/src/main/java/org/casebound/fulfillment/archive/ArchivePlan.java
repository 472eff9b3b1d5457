package org.casebound.fulfillment.archive;

import java.util.List;
import org.casebound.fulfillment.library.ImportPlan;

/**
 * What importing an archive would do. Nothing was written.
 *
 * @param trust what its signature is worth here
 * @param trustMessage what that means, and what to do about it; one sentence
 * @param processes what becomes of each process, in the order of the archive
 * @param obstacles why it can not be imported as it is, a sentence each; none when it can
 * @param inactiveObstacles those that remain when its processes are saved without being active
 */
public record ArchivePlan(
    ArchiveTrust trust, String trustMessage, List<ImportPlan> processes, List<String> obstacles, List<String> inactiveObstacles) {
  public ArchivePlan {
    processes = List.copyOf(processes);
    obstacles = List.copyOf(obstacles);
    inactiveObstacles = List.copyOf(inactiveObstacles);
  }

  /** The obstacles of an import. */
  List<String> obstacles(boolean inactive) {
    return inactive ? inactiveObstacles : obstacles;
  }
}
