package org.casebound.fulfillment.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdBlocksTest {
  private final AtomicLong sequence = new AtomicLong(1);
  private final IdBlocks blocks = new IdBlocks(50, () -> sequence.getAndAdd(50));

  @Test
  void handsOutAWholeBlockBeforeItBringsTheNext() {
    assertThat(LongStream.generate(blocks::next).limit(120)).containsExactlyElementsOf(LongStream.rangeClosed(1, 120).boxed().toList());
    assertThat(sequence).hasValue(151);
  }

  @Test
  void neverHandsOutAnIdTwiceAndWastesNoBlock() throws InterruptedException {
    Set<Long> ids = ConcurrentHashMap.newKeySet();
    List<Thread> threads =
        IntStream.range(0, 8).mapToObj(i -> new Thread(() -> LongStream.generate(blocks::next).limit(10_000).forEach(ids::add))).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(ids).hasSize(80_000);
    assertThat(sequence.get() - 1).isBetween(80_000L, 80_000L + 8 * 50);
  }

  @Test
  void goesOnAfterTheSequenceDidNotAnswer() {
    AtomicLong calls = new AtomicLong();
    IdBlocks shaky =
        new IdBlocks(
            2,
            () -> {
              if (calls.incrementAndGet() == 2) {
                throw new IllegalStateException("no connection");
              }
              return calls.get() * 100;
            });
    assertThat(shaky.next()).isEqualTo(100);
    assertThat(shaky.next()).isEqualTo(101);
    assertThatThrownBy(shaky::next).isInstanceOf(IllegalStateException.class);
    assertThat(shaky.next()).isEqualTo(300);
  }
}
