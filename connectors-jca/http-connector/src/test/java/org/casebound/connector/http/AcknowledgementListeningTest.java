package org.casebound.connector.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casebound.connector.http.inbound.AcknowledgementServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcknowledgementListeningTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AcknowledgementServers servers = new AcknowledgementServers(threads);
  private final BootstrapContext context = (BootstrapContext) Proxy.newProxyInstance(
      getClass().getClassLoader(), new Class<?>[] {BootstrapContext.class}, (proxy, method, args) -> new Timer(true));

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private AcknowledgementListening listening(int port) {
    AcknowledgementActivation activation = AcknowledgementActivationTest.valid();
    activation.setPort(port);
    return new AcknowledgementListening(activation, exchange -> exchange.close(), servers);
  }

  private static void connect(int port) throws Exception {
    new Socket(InetAddress.getByName("127.0.0.1"), port).close();
  }

  @Test
  void listensAsSoonAsAPortThatWasTakenIsFree() throws Exception {
    int port;
    AcknowledgementListening listening;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = taken.getLocalPort();
      listening = listening(port);
      listening.start(context);
    }
    await().atMost(Duration.ofSeconds(20)).untilAsserted(
        () -> assertThatCode(() -> connect(port)).doesNotThrowAnyException());
    listening.close();
    assertThatThrownBy(() -> connect(port)).isInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void refusesAPathThatAnotherActivationServes() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    AcknowledgementListening first = listening(port);
    first.start(context);
    assertThatThrownBy(() -> listening(port).start(context)).isInstanceOf(ResourceException.class);
    first.close();
  }
}
