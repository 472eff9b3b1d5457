package org.casebound.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits until a server is ready to serve, and says why when it never will be. */
record Readiness(CaseboundServer server, Duration patience) {

  private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

  /** In the health report's list of deployments; its other lines name one module of the EAR or another. */
  private static final String DEPLOYED = "\"casebound.ear\":\"OK\"";

  void await() {
    BooleanSupplier settled = () -> !server.running() || brokenStart() || ready();
    try {
      Awaitility.await().atMost(patience).pollDelay(Duration.ofMillis(500)).pollInterval(Duration.ofMillis(500)).until(settled::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      throw failure("was not ready after " + patience.toSeconds() + " s", e);
    }
    if (!server.running()) {
      throw failure("ended while it started", null);
    }
    if (brokenStart()) {
      throw failure("started with errors", null);
    }
  }

  private boolean brokenStart() {
    return server.log().contains(STARTED_WITH_ERRORS);
  }

  private boolean ready() {
    try {
      Reply reply = Api.of(server.managementAddress()).get("/health/ready");
      return reply.status() == 200 && reply.body().contains(DEPLOYED);
    } catch (UncheckedIOException notYetListening) {
      return false;
    }
  }

  private IllegalStateException failure(String what, @org.jspecify.annotations.Nullable Throwable cause) {
    String tail = server.logTail();
    server.kill();
    return new IllegalStateException("Server " + server.name() + " " + what + "\n" + tail, cause);
  }
}
