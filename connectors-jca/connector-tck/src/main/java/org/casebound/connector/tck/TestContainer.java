package org.casebound.connector.tck;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a resource adapter is started with in a test: work threads and timers, no transactions. */
public final class TestContainer implements BootstrapContext, AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Runs work on a thread of its own, whichever way it is given. */
  @Override
  public WorkManager getWorkManager() {
    return (WorkManager) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {WorkManager.class}, (proxy, method, arguments) -> {
          threads.execute((Work) arguments[0]);
          return method.getReturnType() == long.class ? 0L : null;
        });
  }

  @Override
  public XATerminator getXATerminator() {
    throw new UnsupportedOperationException("There are no transactions in this container.");
  }

  @Override
  public Timer createTimer() {
    return new Timer(true);
  }

  @Override
  public boolean isContextSupported(Class<? extends WorkContext> type) {
    return false;
  }

  /** Says that there is no transaction, whatever it is asked. */
  @Override
  public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
    return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {TransactionSynchronizationRegistry.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "getTransactionStatus" -> jakarta.transaction.Status.STATUS_NO_TRANSACTION;
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  /** Ends the threads. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
