package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The file connector beside the EAR: a flow drops a file, the branch answers with a file. */
@ExtendWith(ServerLogOnFailure.class)
class FileConnectorIT {
  private static final CaseboundServer SERVER = SharedServer.on(Database.POSTGRESQL);
  private static final Path OUT = SERVER.baseDirectory().resolve("branch-out");
  private static final Path IN = SERVER.baseDirectory().resolve("branch-in");

  @BeforeAll
  static void connectTheBranch() throws IOException {
    Files.createDirectories(OUT);
    Files.createDirectories(IN);
    Operator operator = new Operator(SERVER);
    operator.add("system-property=casebound.acknowledgements.file.folder", Map.of("value", IN));
    operator.add("system-property=casebound.acknowledgements.file.poll-millis", Map.of("value", "200"));
    operator.add("system-property=casebound.acknowledgements.file.settle-millis", Map.of("value", "200"));
    operator.connect(
        "file-connector", "org.casebound.connector.file.FileManagedConnectionFactory", "Branch",
        Map.of("folder", OUT.toString(), "acknowledged", "true"));
    operator.deploy("connectors-jca/file-acknowledgements/target/file-acknowledgements.jar");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aFlowDropsAFileParksAndGoesOnWhenTheAnswerFileComes() throws Exception {
    ConnectedProcess process =
        ConnectedProcess.of(SERVER, "Tell_The_Branch", "java:/eis/Branch", "JSON fee", "PROCESS");
    String caseNumber = process.file("A-9", 4);
    await().atMost(Duration.ofSeconds(30)).until(() -> files(OUT).size() == 1);
    JsonNode order = new ObjectMapper().readTree(Files.readString(files(OUT).get(0)));
    assertThat(order.at("/input/account").asText()).isEqualTo("A-9");

    Path unfinished = IN.resolve("answer.json.tmp");
    Files.writeString(unfinished,
        "{\"messageId\":\"e2e-file-1\",\"status\":\"DONE\",\"idempotencyKey\":\"" + order.path("idempotencyKey").asText() + "\"}");
    Files.move(unfinished, IN.resolve("answer.json"));

    assertThat(process.awaitClosed(caseNumber).path("resolution").asText()).isEqualTo("FULFILLED");
    await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(IN.resolve("done/answer.json")));
  }

  @Test
  void anAnswerThatNobodyWaitsForIsPutAsideWithItsReason() throws Exception {
    Files.writeString(IN.resolve("stranger.json"), "{\"messageId\":\"e2e-file-2\",\"status\":\"DONE\",\"idempotencyKey\":\"no-such-key\"}");
    Path reason = IN.resolve("failed/stranger.json.reason.txt");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(reason));
    assertThat(reason).content().contains("e2e-file-2");
  }
}
