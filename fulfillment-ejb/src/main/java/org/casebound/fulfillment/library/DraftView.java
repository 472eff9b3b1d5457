package org.casebound.fulfillment.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.studio.BundleProblem;

/**
 * What is being written for a process.
 *
 * @param name API name of the process
 * @param text YAML of the bundle, perhaps with mistakes
 * @param version give it back when writing or publishing: a stale one is refused
 * @param updatedBy who wrote it last
 * @param problems what is wrong in it; a draft with problems can be kept but not published
 * @param review where it is on its way to a second person
 */
public record DraftView(
    String name, String text, int version, String updatedBy, Instant updatedAt, List<BundleProblem> problems, Review review) {
  public DraftView {
    problems = List.copyOf(problems);
  }

  /**
   * Its way to a second person.
   *
   * @param authors everybody who wrote a part of it: none of them can approve it
   * @param handedInBy who asked for a second person; empty when nobody did since it was written or returned
   * @param returnedBy who gave it back last; empty once it is handed in again
   * @param returnReason what he wants mended
   */
  public record Review(
      List<String> authors, Optional<String> handedInBy, Optional<Instant> handedInAt, Optional<String> returnedBy, Optional<String> returnReason) {
    public Review {
      authors = List.copyOf(authors);
    }
  }
}
