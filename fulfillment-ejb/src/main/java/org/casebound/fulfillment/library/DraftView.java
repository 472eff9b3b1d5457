package org.casebound.fulfillment.library;

import java.time.Instant;
import java.util.List;
import org.casebound.fulfillment.studio.BundleProblem;

/**
 * What is being written for a process.
 *
 * @param name API name of the process
 * @param text YAML of the bundle, perhaps with mistakes
 * @param version give it back when writing or publishing: a stale one is refused
 * @param updatedBy who wrote it last
 * @param problems what is wrong in it; a draft with problems can be kept but not published
 */
public record DraftView(
    String name, String text, int version, String updatedBy, Instant updatedAt, List<BundleProblem> problems) {
  public DraftView {
    problems = List.copyOf(problems);
  }
}
