package org.casebound.domain.flow;

import java.util.Iterator;
import java.util.List;

/** Random decisions of a test, read from a list of numbers: when it is used up the answer is always the first possibility. */
final class Choices {
  private final Iterator<Integer> numbers;

  Choices(List<Integer> numbers) {
    this.numbers = numbers.iterator();
  }

  /** A number from 0 to {@code below - 1}. */
  int next(int below) {
    return numbers.hasNext() ? Math.floorMod(numbers.next(), below) : 0;
  }

  <T> T of(List<T> possibilities) {
    return possibilities.get(next(possibilities.size()));
  }

  boolean once(int in) {
    return next(in) == in - 1;
  }
}
