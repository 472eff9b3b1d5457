package org.casebound.fulfillment.config;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a server that was started as the child of another process (the build tool, a test) when that process is gone, however it
 * died: a forgotten server would keep the ports and the embedded database from the next one. Active only with the system
 * property {@code casebound.stop-with-parent=true}.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ParentWatch {

  @Resource private @Nullable ManagedScheduledExecutorService scheduler;

  protected ParentWatch() {}

  @PostConstruct
  void watch() {
    if (scheduler != null && Boolean.getBoolean("casebound.stop-with-parent")) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> scheduler.scheduleWithFixedDelay(() -> stopWithout(parent), 2, 1, TimeUnit.SECONDS));
    }
  }

  private static void stopWithout(ProcessHandle parent) {
    if (!parent.isAlive()) {
      ServerMessages.LOG.parentGone(parent.pid());
      Runtime.getRuntime().exit(0);
    }
  }
}
