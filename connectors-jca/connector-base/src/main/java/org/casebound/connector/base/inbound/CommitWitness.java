package org.casebound.connector.base.inbound;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees how a transaction ended. */
final class CommitWitness implements Synchronization {
  private final AtomicInteger end = new AtomicInteger(Status.STATUS_UNKNOWN);

  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {
    end.set(status);
  }

  boolean committed() {
    return end.get() == Status.STATUS_COMMITTED;
  }
}
