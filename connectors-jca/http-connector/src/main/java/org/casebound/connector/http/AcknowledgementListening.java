package org.casebound.connector.http;

import com.sun.net.httpserver.HttpHandler;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Timer;
import java.util.TimerTask;
import org.casebound.connector.http.inbound.AcknowledgementServers;
import org.jspecify.annotations.Nullable;

/**
 * One activation's socket. A port that is taken by somebody else does not stop the server: the activation tries again
 * until it gets the port or is closed, and the back offices send again meanwhile. Thread-safe.
 */
final class AcknowledgementListening {
  private static final long BREAK_MILLIS = 5_000;

  private final AcknowledgementActivation activation;
  private final HttpHandler handler;
  private final AcknowledgementServers servers;
  private AcknowledgementServers.@Nullable Registration registration;
  private @Nullable Timer timer;
  private boolean closed;

  AcknowledgementListening(
      AcknowledgementActivation activation, HttpHandler handler, AcknowledgementServers servers) {
    this.activation = activation;
    this.handler = handler;
    this.servers = servers;
  }

  /**
   * Listens, now or as soon as the port is free.
   *
   * @throws ResourceException when another activation serves the same path, which waiting does not mend
   */
  synchronized void start(BootstrapContext context) throws ResourceException {
    try {
      listen();
    } catch (IOException e) {
      HttpConnectorLog.LOG.portTaken(activation.getConnector(), address().toString(), e.getMessage());
      Timer made = context.createTimer();
      made.schedule(new Attempt(), BREAK_MILLIS, BREAK_MILLIS);
      timer = made;
    } catch (IllegalArgumentException e) {
      throw new ResourceException(e.getMessage(), e);
    }
  }

  synchronized void close() {
    closed = true;
    stopTrying();
    if (registration != null) {
      registration.close();
    }
  }

  private synchronized void tryAgain() {
    if (closed) {
      return;
    }
    try {
      listen();
      stopTrying();
    } catch (IOException e) {
      HttpConnectorLog.LOG.debugf(e, "The port of %s is still taken.", activation.getConnector());
    }
  }

  private void stopTrying() {
    if (timer != null) {
      timer.cancel();
    }
  }

  private void listen() throws IOException {
    AcknowledgementServers.Registration got = servers.register(address(), activation.getPath(), handler);
    registration = got;
    HttpConnectorLog.LOG.listening(
        activation.getConnector(), activation.getBindAddress(), got.port(), activation.getPath());
  }

  private InetSocketAddress address() {
    return new InetSocketAddress(activation.getBindAddress(), activation.getPort() + activation.getPortOffset());
  }

  private final class Attempt extends TimerTask {
    @Override
    public void run() {
      tryAgain();
    }
  }
}
