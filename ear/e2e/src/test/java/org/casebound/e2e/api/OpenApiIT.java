package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document that describes the API is kept in the tree: whoever changes the API sees the change in review. */
@ExtendWith(ServerLogOnFailure.class)
class OpenApiIT {
  private static final Path KEPT = Path.of(System.getProperty("casebound.root", "../..")).resolve("docs/openapi.yaml");
  private static final String REFRESH =
      "mvn verify -pl ear/e2e -am -Dit.test=OpenApiIT -Dcasebound.openapi.refresh=true -Dcasebound.e2e.databases=H2"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false";

  private final CaseboundServer server = SharedServer.any();

  @Test
  void isTheOneInDocs() throws IOException {
    String served = server.anonymous().get("/openapi").expect(200).body().strip() + "\n";
    if (Boolean.getBoolean("casebound.openapi.refresh")) {
      Files.writeString(KEPT, served);
    }
    assertThat(Files.readString(KEPT))
        .as("docs/openapi.yaml is not what the server describes. When the change is meant, refresh it with:%n  %s%n", REFRESH)
        .isEqualTo(served);
  }

  @Test
  void describesEveryOperationWithItsRolesAndProblems() {
    JsonNode paths = server.anonymous().get("/openapi?format=JSON").expect(200).json().get("paths");
    paths
        .properties()
        .forEach(
            path -> {
              assertThat(path.getKey()).startsWith("/api/v1/");
              path.getValue().properties().forEach(operation -> checkOperation(path.getKey(), operation.getValue()));
            });
  }

  private static void checkOperation(String path, JsonNode operation) {
    assertThat(operation.path("summary").asText()).as(path).isNotBlank();
    assertThat(operation.path("operationId").asText()).as(path).isNotBlank();
    assertThat(operation.path("x-roles").asText()).as(path).isNotBlank();
    assertThat(operation.path("responses").properties()).as(path).extracting(e -> e.getKey()).contains("401", "403", "500");
  }
}
