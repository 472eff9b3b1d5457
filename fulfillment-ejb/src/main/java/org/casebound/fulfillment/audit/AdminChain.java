package org.casebound.fulfillment.audit;

import java.util.List;
import java.util.Optional;

/** Looks along the chain of changes, from the first on, for one that does not fit. Not thread-safe. */
final class AdminChain {
  private long last;
  private String hash = "";

  /**
   * Goes on with the next changes, in the order of their ids.
   *
   * @return id of the first that does not fit; of one that is missing when there is a gap
   */
  Optional<Long> follow(List<AdminChange> next) {
    for (AdminChange change : next) {
      if (!change.fits(last + 1, hash)) {
        return Optional.of(last + 1);
      }
      last = change.id();
      hash = change.hash();
    }
    return Optional.empty();
  }

  /** Id of the first change that is missing at the end, or of the last one when it is another than the one that was added; empty when all is well. */
  Optional<Long> end(AdminChangeHead head) {
    if (last != head.lastId()) {
      return Optional.of(Math.min(last, head.lastId()) + 1);
    }
    return hash.equals(head.lastHash()) ? Optional.empty() : Optional.of(last);
  }

  /** How many fit. */
  long length() {
    return last;
  }
}
