package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The HTTP connector inside the EAR, and beside it: its secret comes from the credential store, and closed networks stay closed. */
@ExtendWith(ServerLogOnFailure.class)
class HttpConnectorIT {
  private static final CaseboundServer SERVER = BrokerServer.get();
  private static final String SECRET = "k3pt-in-the-store";
  private static final String BESIDE = "/subsystem=resource-adapters/resource-adapter=http-connector-beside";
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();
  private static HttpServer backOffice;

  @BeforeAll
  static void connect() throws IOException {
    backOffice = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backOffice.createContext("/book", exchange -> {
      SEEN.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    backOffice.createContext("/note", exchange -> {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    backOffice.start();
    String definition = "/subsystem=resource-adapters/resource-adapter=http-connector/connection-definitions=";
    new CommandLine(SERVER).run("""
        /subsystem=elytron/credential-store=back-offices:add(path=back-offices.cs,relative-to=jboss.server.data.dir,create=true,credential-reference={clear-text=opens-the-store})
        /subsystem=elytron/credential-store=back-offices:add-alias(alias=core,secret-value="%s")
        """.formatted(SECRET)
        + CommandLine.commands("A back office over HTTP", 0).lines().limit(2).reduce("", (all, line) -> all + line + "\n")
            .replace("store=casebound", "store=back-offices")
        + """
        %1$sStored:add(class-name=org.casebound.connector.http.HttpManagedConnectionFactory,jndi-name=java:/eis/Stored,min-pool-size=0,max-pool-size=5,elytron-enabled=true,authentication-context=core)
        %1$sStored/config-properties=baseUrl:add(value="http://127.0.0.1:%2$d")
        %1$sStored/config-properties=allowedAddresses:add(value="127.0.0.1")
        %1$sClosed:add(class-name=org.casebound.connector.http.HttpManagedConnectionFactory,jndi-name=java:/eis/Closed,min-pool-size=0,max-pool-size=5)
        %1$sClosed/config-properties=baseUrl:add(value="http://127.0.0.1:%2$d")
        %3$s:add(archive=http-connector.rar,transaction-support=NoTransaction)
        %3$s/connection-definitions=Beside:add(class-name=org.casebound.connector.http.HttpManagedConnectionFactory,jndi-name=java:/eis/Beside,min-pool-size=0,max-pool-size=5)
        %3$s/connection-definitions=Beside/config-properties=baseUrl:add(value="http://127.0.0.1:%2$d")
        %3$s/connection-definitions=Beside/config-properties=allowedAddresses:add(value="127.0.0.1")
        deploy http-connector.rar
        reload
        """.formatted(definition, backOffice.getAddress().getPort(), BESIDE), "http-connector-rar/target/http-connector.rar");
  }

  @AfterAll
  static void close() {
    backOffice.stop(0);
  }

  @Test
  void logsInWithASecretOfTheCredentialStore() throws Exception {
    ConnectedProcess process = ConnectedProcess.of(SERVER, "Book_Stored", "java:/eis/Stored", "POST /book", "SERVICE");
    assertThat(process.awaitClosed(process.file("S-1", 1)).path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(SEEN).containsExactly("Basic "
        + Base64.getEncoder().encodeToString(("casebound:" + SECRET).getBytes(StandardCharsets.UTF_8)));
    for (String file : List.of("configuration/casebound-demo.xml", "console.log", "log/server.log")) {
      Path path = SERVER.baseDirectory().resolve(file);
      assertThat(Files.readString(path, StandardCharsets.UTF_8)).doesNotContain(SECRET);
    }
  }

  /** As the other connectors are: the contract's classes are the EAR's. */
  @Test
  void isAlsoDeployedBesideTheEar() {
    ConnectedProcess process = ConnectedProcess.of(SERVER, "Book_Beside", "java:/eis/Beside", "POST /note", "SERVICE");
    assertThat(process.awaitClosed(process.file("S-3", 1)).path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(SERVER.as("lead").get("/api/v1/connectors").expect(200).json())
        .filteredOn(connector -> connector.path("name").asText().equals("beside"))
        .singleElement()
        .satisfies(connector -> assertThat(connector.path("level").asText()).isEqualTo("VERIFIABLE"));
  }

  @Test
  void anAddressThatNobodyAllowedStopsForAPerson() {
    ConnectedProcess process = ConnectedProcess.of(SERVER, "Book_Closed", "java:/eis/Closed", "POST /book", "SERVICE");
    String caseNumber = process.file("S-2", 1);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(process.look(caseNumber).toString()).contains("ADDRESS_REFUSED", "allowedAddresses"));
  }
}
