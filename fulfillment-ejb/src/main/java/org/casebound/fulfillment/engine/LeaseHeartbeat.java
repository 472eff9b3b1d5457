package org.casebound.fulfillment.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;

/**
 * Prolongs the leases of the tries that this node is busy with, five times a lease, so that a call may take as long as it needs
 * while its node lives; and notes as often that it does.
 *
 * <p>It has a thread of its own, because nothing else may keep it waiting: not a look for due work that hangs, not a crowded pool
 * of timers; and a server that is suspended still waits for its last calls, while its timers rest already.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeaseHeartbeat {
  private static final int BEATS_PER_LEASE = 5;

  @Resource private ManagedThreadFactory threads;
  @Inject private HeldLeases leases;
  @Inject private DueAttempts due;
  @Inject private NodeSigns signs;
  @Inject private FulfillmentSettings settings;

  private final CountDownLatch stopped = new CountDownLatch(1);

  @PostConstruct
  void begin() {
    threads.newThread(this::beat).start();
  }

  @PreDestroy
  void end() {
    stopped.countDown();
  }

  private void beat() {
    Duration pause = settings.lease().dividedBy(BEATS_PER_LEASE);
    try {
      do {
        renew();
      } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException serverStops) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed task: the next beat must come whatever happened
  private void renew() {
    try {
      due.renew(leases.all());
      signs.sign();
    } catch (RuntimeException failure) {
      if (stopped.getCount() > 0) {
        FulfillmentLog.LOG.heartbeatFailed(failure);
      }
    }
  }
}
