package org.casebound.bench.load;

import org.casebound.bench.http.Caller;

/** S1 and S4: a system files a card block; the rest happens by itself. */
public final class StraightThrough extends ProductWorkload {

  public StraightThrough(Caller api) {
    super(api);
  }

  @Override
  public long drive() {
    return file(SYSTEM, cardBlock("Bench_Block_Card"));
  }
}
