package org.casebound.fulfillment.persistence;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Hands out the ids of blocks one by one. Thread-safe without a lock: whoever finds the block empty brings a new one. */
final class IdBlocks {
  private final int size;
  private final LongSupplier firstOfNextBlock;
  private final Queue<Block> spare = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Block> current = new AtomicReference<>(new Block(0, 0));

  /**
   * @param size ids per block, 1 or more
   * @param firstOfNextBlock brings the first id of a block that nobody else has
   */
  IdBlocks(int size, LongSupplier firstOfNextBlock) {
    this.size = size;
    this.firstOfNextBlock = firstOfNextBlock;
  }

  long next() {
    while (true) {
      Block block = current.get();
      long id = block.next.getAndIncrement();
      if (id < block.end) {
        return id;
      }
      replace(block);
    }
  }

  /** Of several threads that bring a block at the same moment, one replaces the empty block; the others' blocks are used later. */
  private void replace(Block empty) {
    Block fresh = spare.poll();
    if (fresh == null) {
      long first = firstOfNextBlock.getAsLong();
      fresh = new Block(first, first + size);
    }
    if (!current.compareAndSet(empty, fresh)) {
      spare.add(fresh);
    }
  }

  private static final class Block {
    private final AtomicLong next;
    private final long end;

    Block(long first, long end) {
      this.next = new AtomicLong(first);
      this.end = end;
    }
  }
}
