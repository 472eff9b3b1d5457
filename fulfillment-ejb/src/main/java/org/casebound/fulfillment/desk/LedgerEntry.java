package org.casebound.fulfillment.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the effect ledger with all its tries.
 *
 * @param tries oldest first; at least one
 * @param inDoubt whether it is not known that it had its effect
 * @param incident the open incident of its step
 */
public record LedgerEntry(List<Try> tries, boolean inDoubt, Optional<Trouble> incident) {
  public LedgerEntry {
    tries = List.copyOf(tries);
  }

  /** The newest try, which says how the call stands. */
  public LedgerLine newest() {
    return tries.get(tries.size() - 1).line();
  }

  /**
   * One try.
   *
   * @param payload what was sent ({@code request}) and answered ({@code reply}), as far as it is kept and the caller may see it
   */
  public record Try(LedgerLine line, Map<String, Object> payload) {}

  /** What a person has to decide about. */
  public record Trouble(long id, String code, String message) {}
}
