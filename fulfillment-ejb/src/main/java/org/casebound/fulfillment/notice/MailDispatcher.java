package org.casebound.fulfillment.notice;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;

/** Has due mails sent on another thread, one look at a time; a slow mail server holds up no other work. */
@ApplicationScoped
public class MailDispatcher {
  private static final int BATCH = 20;

  @Resource private ManagedExecutorService executor;
  @Inject private MailSender sender;
  @Inject private FulfillmentSettings settings;

  private final AtomicBoolean busy = new AtomicBoolean();

  /** Looks for due mails, if there is a mail session and nobody is looking already. */
  public void look() {
    if (settings.mailSession().isPresent() && busy.compareAndSet(false, true)) {
      try {
        executor.execute(this::send);
      } catch (RejectedExecutionException full) {
        busy.set(false);
      }
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  private void send() {
    try {
      while (sender.sendDue(BATCH) == BATCH) {
        FulfillmentLog.LOG.debugf("A batch of mails was sent.");
      }
    } catch (RuntimeException failure) {
      FulfillmentLog.LOG.pollFailed(failure);
    } finally {
      busy.set(false);
    }
  }
}
