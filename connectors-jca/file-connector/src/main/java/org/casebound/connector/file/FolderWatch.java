package org.casebound.connector.file;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.UnavailableException;
import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casebound.connector.file.inbound.FolderPickup;
import org.jspecify.annotations.Nullable;

/** Looks at one activation's folder again and again, on the container's work threads, one look at a time. Thread-safe. */
final class FolderWatch {
  private final FolderActivation activation;
  private final FolderPickup pickup;
  private final Executor executor;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean closed;
  private volatile boolean failing;
  private @Nullable Timer timer;

  FolderWatch(FolderActivation activation, FolderPickup pickup, Executor executor) {
    this.activation = activation;
    this.pickup = pickup;
    this.executor = executor;
  }

  void start(BootstrapContext context) throws UnavailableException {
    Timer made = context.createTimer();
    made.schedule(new Look(), activation.getPollMillis(), activation.getPollMillis());
    timer = made;
    FileConnectorLog.LOG.watching(activation.getConnector(), activation.getFolder());
  }

  /** No look begins any more; one that is under way ends. */
  void close() {
    closed = true;
    if (timer != null) {
      timer.cancel();
    }
  }

  private void look() {
    try {
      if (!closed) {
        pickup.look();
        failing = false;
      }
    } catch (IOException e) {
      // Said once: a folder that is away is away at each look.
      if (!failing) {
        FileConnectorLog.LOG.folderFailed(activation.getFolder(), activation.getConnector(), e);
      }
      failing = true;
    } finally {
      looking.set(false);
    }
  }

  private final class Look extends TimerTask {
    @Override
    public void run() {
      if (looking.compareAndSet(false, true)) {
        try {
          executor.execute(FolderWatch.this::look);
        } catch (RejectedExecutionException e) {
          looking.set(false);
        }
      }
    }
  }
}
