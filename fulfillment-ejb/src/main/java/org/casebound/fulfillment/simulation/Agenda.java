package org.casebound.fulfillment.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that jumps from one thing that is to happen to the next. Not thread-safe; one for each story. */
final class Agenda {
  private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::at).thenComparing(Entry::number);

  private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
  private Instant now;
  private long numbers;

  private record Entry(Instant at, long number, Runnable what) {}

  Agenda(Instant begin) {
    this.now = begin;
  }

  Instant now() {
    return now;
  }

  /** Something is to happen; what is planned for the same time happens in the order of the plans. */
  void plan(Instant at, Runnable what) {
    entries.add(new Entry(at.isBefore(now) ? now : at, numbers++, what));
  }

  /** Lets the next thing happen. False when there is nothing more. */
  boolean next() {
    @Nullable Entry entry = entries.poll();
    if (entry == null) {
      return false;
    }
    now = entry.at();
    entry.what().run();
    return true;
  }
}
