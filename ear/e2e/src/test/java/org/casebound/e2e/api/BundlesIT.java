package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** A process comes in as a bundle, whole or not at all. */
@OnEachDatabase
class BundlesIT {
  private static final String PATH = "/api/v1/bundles";

  private final CaseboundServer server;
  private final Api owner;

  BundlesIT(Database database) {
    server = SharedServer.on(database);
    owner = server.as("owner").with("Content-Type", "application/yaml");
  }

  @Test
  void takesABundleOnceAndActivatesItsProcess() {
    String name = "Gift_" + UUID.randomUUID().toString().substring(0, 8);
    String bundle = bundle(name, "Send a gift");
    assertThat(owner.post(PATH, bundle).expect(200).json().get("changed").asBoolean()).isTrue();
    assertThat(owner.post(PATH, bundle).expect(200).json().get("changed").asBoolean()).isFalse();
    assertThat(server.as("requester").get("/api/v1/processes/" + name).expect(200).json().get("label").asText())
        .isEqualTo("Send a gift");
    Problems.expect(owner.post(PATH, bundle(name, "Send two gifts")), 409, "rule-violation");
  }

  @Test
  void namesFileLineAndColumnOfEveryMistake() {
    String bundle = bundle("Broken_Gift", "x").replace("usageType: CustomerService", "usageType: Gifts\n  colour: red");
    JsonNode problem = Problems.expect(owner.post(PATH + "?file=gift.yaml", bundle), 422, "bundle-refused");
    assertThat(problem.get("errors")).hasSizeGreaterThanOrEqualTo(2);
    problem
        .get("errors")
        .forEach(
            error -> {
              assertThat(error.at("/place/file").asText()).isEqualTo("gift.yaml");
              assertThat(error.at("/place/line").asInt()).isPositive();
              assertThat(error.at("/place/column").asInt()).isPositive();
              assertThat(error.get("detail").asText()).isNotBlank();
            });
    Problems.expect(server.as("requester").get("/api/v1/processes/Broken_Gift"), 404, "not-found");
  }

  @Test
  void refusesWhatIsNoYaml() {
    Problems.expect(owner.post(PATH, "a: [1"), 422, "bundle-refused");
    Problems.expect(owner.post(PATH, new byte[] {(byte) 0xff, (byte) 0xfe, 0x41}), 422, "bundle-refused");
    Problems.expect(server.as("owner").post(PATH, "{}"), 415, "unsupported-media-type");
  }

  private static String bundle(String name, String label) {
    return """
        bundle: casebound/1
        process:
          name: %s
          version: 1
          label: %s
          description: A small thing for a loyal customer.
          usageType: CustomerService
          category: Gifts
          queue: front_office
          attributes:
            - name: wish
              type: Text
              required: true
        queues:
          - name: front_office
            label: Front office
        """
        .formatted(name, label);
  }
}
