package org.casebound.demobank.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.demobank.acknowledgement.Receiver;

/** Where the bank sends its acknowledgements: the product on the same server, unless a property says otherwise. */
public final class BankAddresses {
  private static final int LISTENER_PORT = 8090;
  private static final int HTTP_PORT = 8080;
  private static final String PATH = "/acknowledgements/core-banking";

  private BankAddresses() {}

  /** @param property reads a system property */
  public static Map<String, Receiver> from(Function<String, Optional<String>> property) {
    int offset = property.apply("jboss.socket.binding.port-offset").map(Integer::parseInt).orElse(0);
    int listener = property.apply("casebound.acknowledgements.core-banking.port").map(Integer::parseInt)
        .orElse(LISTENER_PORT);
    int http = HttpPort.bound().orElseGet(
        () -> property.apply("jboss.http.port").map(Integer::parseInt).orElse(HTTP_PORT) + offset);
    return Map.of(
        "listener",
        new Receiver(
            uri(property, "casebound.demo-bank.acknowledgement-url", listener + offset, PATH), Optional.empty()),
        "rest",
        new Receiver(
            uri(property, "casebound.demo-bank.acknowledgement-rest-url", http, "/api/v1" + PATH),
            Optional.of(property.apply("casebound.demo-bank.acknowledgement-rest-credentials").orElse("bank:bank-demo"))));
  }

  private static URI uri(Function<String, Optional<String>> property, String name, int port, String path) {
    return URI.create(property.apply(name).orElse("http://localhost:" + port + path));
  }
}
