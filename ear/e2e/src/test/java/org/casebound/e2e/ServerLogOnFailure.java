package org.casebound.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Adds the end of the shared servers' logs to the report of a test that failed. */
public final class ServerLogOnFailure implements TestWatcher {

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    SharedServer.running().forEach(server -> cause.addSuppressed(new AssertionError(server.logTail())));
  }
}
