package org.casebound.fulfillment.config;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.CompletableFuture;
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

  private @Nullable CompletableFuture<Void> watch;

  protected ParentWatch() {}

  @PostConstruct
  void watch() {
    if (Boolean.getBoolean("casebound.stop-with-parent")) {
      watch = ProcessHandle.current().parent().map(parent -> parent.onExit().thenAccept(ParentWatch::stop)).orElse(null);
    }
  }

  @PreDestroy
  void stopWatching() {
    if (watch != null) {
      watch.cancel(false);
    }
  }

  private static void stop(ProcessHandle parent) {
    ServerMessages.LOG.parentGone(parent.pid());
    Runtime.getRuntime().exit(0);
  }
}
