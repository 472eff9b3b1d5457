package org.casebound.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers with a database each: what is made in the first is worked in the second. */
@ExtendWith(ServerLogOnFailure.class)
class TwoInstallationsIT {
  private static final String PATH = "/api/v1/bundles/archive";

  private final CaseboundServer first = SharedServer.on(Database.H2);
  private final CaseboundServer second = SharedServer.on(Database.POSTGRESQL);

  @Test
  void aProcessMovesAndACaseIsClosedThere() {
    GiftProcess process = GiftProcess.strange();
    publish(process);
    byte[] archive = first.as("owner").download(PATH + "?process=" + process.name());

    Api receiver = second.as("owner").with("Content-Type", "application/zip");
    JsonNode plan = receiver.post(PATH + "/plan", archive).expect(200).json();
    assertThat(plan.at("/trust/standing").asText()).isEqualTo("TRUSTED");
    assertThat(plan.at("/processes/0/change").asText()).isEqualTo("ADD");
    JsonNode blocked = receiver.post(PATH, archive).expect(409).json();
    assertThat(blocked.get("detail").asText())
        .isEqualTo(
            "Nothing was imported. The queue '%1$s' is missing: no active process here works with it. Map it to a queue that is here when you import (queue:%1$s=...), or say that it is to be new once a group of that name has members (queue:%1$s=%1$s)."
                .formatted(process.queue()));
    second.as("requester").get("/api/v1/processes/" + process.name()).expect(404);

    receiver.post(PATH + "?map=queue:" + process.queue() + "=front_office", archive).expect(200);
    Map<String, Object> request = Map.of("process", process.name(), "attributes", Map.of("wish", "A cake"));
    String number = second.as("requester").post("/api/v1/service-requests", request).expect(201).json().get("caseNumber").asText();
    Api agent = second.as("agent");
    String path = "/api/v1/cases/" + number;
    agent.post(path + "/take", Map.of("version", version(agent, path))).expect(200);
    agent.post(path + "/close", Map.of("resolution", "FULFILLED", "reason", "Sent.", "version", version(agent, path))).expect(200);
    assertThat(agent.get(path).expect(200).json().get("status").asText()).isEqualTo("CLOSED");
    first.as("lead").get("/api/v1/studio/processes").expect(403);
  }

  @Test
  void whatIsExportedThereIsByteForByteWhatCameFromHere() {
    GiftProcess one = GiftProcess.known();
    GiftProcess other = GiftProcess.known();
    publish(one);
    publish(other);
    String query = PATH + "?process=" + one.name() + "&process=" + other.name();
    byte[] archive = first.as("owner").download(query);
    second.as("owner").with("Content-Type", "application/zip").post(PATH, archive).expect(200);
    assertThat(second.as("owner").download(query)).isEqualTo(archive);
  }

  private void publish(GiftProcess process) {
    String draft = "/api/v1/studio/drafts/" + process.name();
    Api owner = first.as("owner");
    JsonNode written = owner.with("Content-Type", "application/yaml").put(draft, process.bundle(1)).expect(200).json();
    owner.post(draft + "/publish?version=" + written.get("version"), "").expect(200);
  }

  private static int version(Api agent, String path) {
    return agent.get(path).expect(200).json().get("version").asInt();
  }
}
