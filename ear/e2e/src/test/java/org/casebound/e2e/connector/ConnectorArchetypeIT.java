package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From nothing to a case that a new connector closes, by the steps of docs/connectors.md. */
@ExtendWith(ServerLogOnFailure.class)
class ConnectorArchetypeIT {
  private static final int CHECKS = 25;
  private static final CaseboundServer SERVER = SharedServer.any();

  @Test
  void whatTheArchetypeMakesPassesTheKitAndClosesACase() throws IOException {
    NewConnector connector = new NewConnector("fee-desk").make("FeeDesk").build();
    assertThat(passedChecks(connector)).isEqualTo(CHECKS);
    assertThat(statement(connector)).contains("level=VERIFIABLE");
    pointToThisServer(connector.folder().resolve("server/deploy.cli"));
    connector.administer("server/deploy.cli", SERVER.managementAddress().getPort());
    try {
      String bundle = Files.readString(connector.folder().resolve("bundle/reverse-fee.yaml"));
      SERVER.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle).expect(200);
      assertThat(closed("47110001").path("resolution").asText()).isEqualTo("FULFILLED");
      assertThat(SERVER.bank().get("/fees/47110001").expect(200).json().path("status").asText()).isEqualTo("REVERSED");
      JsonNode refused = closed("47110000");
      assertThat(refused.path("resolution").asText()).isEqualTo("REJECTED");
      assertThat(refused.path("closeReason").asText()).isEqualTo("The bank does not know it.");
    } finally {
      connector.administer("server/undeploy.cli", SERVER.managementAddress().getPort());
    }
  }

  private static int passedChecks(NewConnector connector) throws IOException {
    String report = Files.readString(connector.folder().resolve(
        "fee-desk-code/target/surefire-reports/TEST-com.example.desk.FeeDeskConnectorContractTest.xml"));
    Matcher tests = Pattern.compile("tests=\"(\\d+)\" errors=\"0\" skipped=\"1\" failures=\"0\"").matcher(report);
    assertThat(tests.find()).as(report.substring(0, 800)).isTrue();
    return Integer.parseInt(tests.group(1));
  }

  /** What the connector's code states, as it is packed into the archive. */
  private static String statement(NewConnector connector) throws IOException {
    Path archive = connector.folder().resolve("fee-desk-rar/target/fee-desk.rar");
    Path code = Files.createTempFile("fee-desk", ".jar");
    try (FileSystem rar = FileSystems.newFileSystem(archive)) {
      assertThat(rar.getPath("casebound-connector-base-0.1.0.jar")).exists();
      assertThat(rar.getPath("casebound-connector-api-0.1.0.jar")).doesNotExist();
      Files.write(code, Files.readAllBytes(rar.getPath("fee-desk-code-1.0.jar")));
    }
    try (FileSystem jar = FileSystems.newFileSystem(code)) {
      return Files.readString(jar.getPath("META-INF/casebound/conformance.properties"));
    } finally {
      Files.delete(code);
    }
  }

  private static void pointToThisServer(Path script) throws IOException {
    String text = Files.readString(script);
    assertThat(text).contains("http://localhost:8080");
    Files.writeString(script, text.replace("http://localhost:8080", SERVER.address().toString()));
  }

  private static JsonNode closed(String fee) {
    Map<String, Object> request = Map.of(
        "process", "FeeDesk_Reverse_Fee", "subject", "Twice charged", "attributes", Map.of("fee", fee));
    String number =
        SERVER.as("requester").post("/api/v1/service-requests", request).expect(201).json().path("caseNumber").asText();
    return await("case " + number + " to be closed").atMost(Duration.ofSeconds(60)).until(
        () -> SERVER.as("lead").get("/api/v1/cases/" + number).expect(200).json(),
        seen -> "CLOSED".equals(seen.path("status").asText()));
  }
}
