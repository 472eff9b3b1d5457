package org.casebound.demobank.ledger;

import java.util.ArrayList;
import java.util.List;

/** The ledger's lines in order. Thread-safe. */
final class LedgerLines {
  private final List<LedgerLine> lines = new ArrayList<>();

  synchronized void add(LedgerLine line) {
    lines.add(line);
  }

  synchronized List<LedgerLine> all() {
    return List.copyOf(lines);
  }
}
