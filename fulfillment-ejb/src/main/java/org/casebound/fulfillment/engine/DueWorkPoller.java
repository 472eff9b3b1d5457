package org.casebound.fulfillment.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.due.DueTasks;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.notice.MailDispatcher;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.webhook.Webhooks;

/**
 * Looks for due work: at once again while there is some, less and less often while there is none, at the longest every poll
 * interval. Everything it finds is a row that some transaction committed; nothing depends on a hint having arrived.
 *
 * <p>A timer of the container rests while the server is suspended and goes on when it is resumed; a task of the managed scheduled
 * executor would fail then, and the chain of looks would end for good.
 */
@Singleton
@Startup
@DependsOn("BundlesAtStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueWorkPoller {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final Duration CATALOG_AGE = Duration.ofSeconds(5);
  private static final int MOST_HELD = 500;

  @Resource private TimerService timers;
  @Inject private DueCalls due;
  @Inject private CallDispatcher dispatcher;
  @Inject private DueTasks dueTasks;
  @Inject private MailDispatcher mails;
  @Inject private HeldLeases leases;
  @Inject private CircuitWatch circuits;
  @Inject private OverdueCalls overdue;
  @Inject private ProcessCatalog catalog;
  @Inject private Webhooks webhooks;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;

  private volatile boolean stopped;
  private Duration pause = SHORTEST_PAUSE;
  private Instant refreshed = Instant.MIN;

  @PostConstruct
  void begin() {
    scheduleNext();
  }

  @PreDestroy
  void end() {
    stopped = true;
  }

  private void scheduleNext() {
    if (!stopped) {
      timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(null, false));
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a timer: the next look must come whatever happened
  @Timeout
  void look() {
    try {
      lookOnce();
    } catch (RuntimeException failure) {
      pause = settings.pollInterval();
      if (!stopped) {
        FulfillmentLog.LOG.pollFailed(failure);
      }
    } finally {
      scheduleNext();
    }
  }

  private void lookOnce() {
    Instant now = clock.instant();
    if (now.isAfter(refreshed.plus(CATALOG_AGE))) {
      catalog.refresh();
      alone(webhooks::refresh);
      refreshed = now;
    }
    alone(() -> circuits.look(now));
    alone(() -> overdue.look(now));
    int room = Math.min(settings.pollBatch(), MOST_HELD - leases.size());
    List<CallTask> tasks = room > 0 ? due.take(room) : List.of();
    tasks.forEach(task -> dispatcher.dispatch(LeasedCall.found(task)));
    alone(mails::look);
    int done = dueTasks.runDue(settings.pollBatch());
    Duration longer = pause.multipliedBy(2);
    pause = !tasks.isEmpty() || done > 0 || circuits.busy() ? SHORTEST_PAUSE : longer.compareTo(settings.pollInterval()) < 0 ? longer : settings.pollInterval();
  }

  /** What fails here is said, and does not keep the rest of the look from its turn. */
  @SuppressWarnings("PMD.AvoidCatchingGenericException")
  private static void alone(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.pollFailed(failure);
    }
  }
}
