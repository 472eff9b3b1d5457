package org.casebound.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Archives come in whole or not at all, and say before what they would do. */
@ExtendWith(ServerLogOnFailure.class)
class ArchivesIT {
  private static final String PATH = "/api/v1/bundles/archive";
  private static final Map<String, Object> REASON = Map.of("reason", "It is ready.");

  private final CaseboundServer server = SharedServer.any();
  private final Api owner = server.as("owner");
  private final Api sender = owner.with("Content-Type", "application/zip");
  private final GiftProcess known = GiftProcess.known();
  private final GiftProcess strange = GiftProcess.strange();

  @Test
  void theSameProcessesGiveTheSameSignedBytes() {
    sender.post(PATH, archive(known)).expect(200);
    GiftProcess other = GiftProcess.known();
    sender.post(PATH, archive(other)).expect(200);
    byte[] first = owner.download(PATH + "?process=" + known.name() + "&process=" + other.name());
    byte[] again = server.as("operator").download(PATH + "?process=" + other.name() + "@1&process=" + known.name());
    assertThat(again).isEqualTo(first);
    Map<String, String> files = Zip.files(first);
    assertThat(files).containsKeys("SHA256SUMS", "SIGNATURE").containsEntry("processes/" + known.entry(1) + ".yaml", known.bundle(1));
    JsonNode verified = sender.post(PATH + "/verify", first).expect(200).json();
    assertThat(verified.at("/trust/standing").asText()).isEqualTo("TRUSTED");
    assertThat(verified.get("processes")).hasSize(2);
    JsonNode taken = sender.post(PATH, first).expect(200).json();
    assertThat(taken.findValuesAsText("change")).containsExactly("SAME", "SAME");
    owner.get(PATH + "?process=No_Such_One").expect(404);
    owner.get(PATH + "?process=" + known.name() + "@7").expect(404);
    owner.get(PATH + "?process=%00").expect(404);
  }

  @Test
  void processesThatAreFiledBySomeComeAlong() {
    sender.post(PATH, archive(known)).expect(200);
    GiftProcess filing = GiftProcess.known();
    String bundle =
        filing.bundle(1).replace("  attributes:", "  fulfillmentFlow: Again\n  attributes:")
            + """
              flows:
                - name: Again
                  elements:
                    - createRecord: case
                      values: { process: "'%s'", wish: "'again'" }
                      into: again
              """
                .formatted(known.name());
    sender.post(PATH, Zip.unsigned(Map.of(filing.entry(1), bundle))).expect(200);
    assertThat(Zip.files(owner.download(PATH + "?process=" + filing.name()))).containsKey("processes/" + known.entry(1) + ".yaml");
    assertThat(Zip.files(owner.download(PATH + "?linked=false&process=" + filing.name()))).doesNotContainKey("processes/" + known.entry(1) + ".yaml");
  }

  @Test
  void aChangedFileIsRefusedByName() {
    Map<String, String> files = Zip.files(archive(known));
    files.computeIfPresent("processes/" + known.entry(1) + ".yaml", (path, text) -> text.replace("Send a gift", "Send money"));
    JsonNode problem = sender.post(PATH, Zip.of(files)).expect(422).json();
    assertThat(problem.at("/errors/0/place/file").asText()).isEqualTo("processes/" + known.entry(1) + ".yaml");
    assertThat(problem.at("/errors/0/detail").asText()).contains("checksum");
    owner.get(known.versions()).expect(404);
  }

  @Test
  void oneBadProcessKeepsAllOfThemOut() {
    GiftProcess bad = new GiftProcess(known.name() + "z", "front_office");
    Map<String, String> bundles = new LinkedHashMap<>();
    bundles.put(known.entry(1), known.bundle(1));
    bundles.put(bad.entry(1), bad.bundle(1).replace("type: Text", "type: Txt"));
    JsonNode problem = sender.post(PATH, Zip.unsigned(bundles)).expect(422).json();
    assertThat(problem.at("/errors/0/place/file").asText()).isEqualTo("processes/" + bad.entry(1) + ".yaml");
    assertThat(problem.at("/errors/0/place/line").asInt()).isEqualTo(12);
    owner.get(known.versions()).expect(404);

    owner.with("Content-Type", "application/yaml").post("/api/v1/bundles", bad.bundle(1)).expect(200);
    bundles.put(bad.entry(1), bad.bundle(1).replace("Send a gift", "Send two gifts"));
    refused(sender.post(PATH, Zip.unsigned(bundles)), "BUNDLE-003", "Version 1 of process '" + bad.name() + "' is here with another content");
    owner.get(known.versions()).expect(404);
  }

  @Test
  void aMissingQueueBlocksWithASentenceThatSaysHowToMendIt() {
    byte[] archive = archive(strange);
    JsonNode plan = sender.post(PATH + "/plan", archive).expect(200).json();
    assertThat(plan.at("/processes/0/change").asText()).isEqualTo("ADD");
    assertThat(plan.at("/processes/0/bindings/0/state").asText()).isEqualTo("MISSING");
    assertThat(plan.at("/obstacles/0").asText()).startsWith("The queue '" + strange.queue() + "' is missing").contains("queue:" + strange.queue() + "=");
    assertThat(plan.get("inactiveObstacles")).isEmpty();
    refused(sender.post(PATH, archive), "BUNDLE-003", "The queue '" + strange.queue() + "' is missing");
    owner.get(strange.versions()).expect(404);

    JsonNode saved = sender.post(PATH + "?inactive=true", archive).expect(200).json();
    assertThat(saved.get("active").asBoolean()).isFalse();
    assertThat(owner.get(strange.versions()).expect(200).json().at("/0/state").asText()).isEqualTo("DRAFT");
    server.as("requester").get("/api/v1/processes/" + strange.name()).expect(404);
    String activate = strange.versions() + "/1/activate";
    refused(owner.post(activate, REASON), "BUNDLE-009", "The queue '" + strange.queue() + "' is missing");
    owner.post(activate, Map.of("reason", "x", "newQueues", List.of("other"))).expect(409);
    owner.post(activate, Map.of("reason", "The group has members.", "newQueues", List.of(strange.queue()))).expect(200);
    server.as("requester").get("/api/v1/processes/" + strange.name()).expect(200);
  }

  @Test
  void namesAreThoseOfThisPlaceAndCommentsStay() {
    refused(sender.post(PATH + "?map=queue:" + strange.queue() + "=no_such_queue", archive(strange)), "BUNDLE-003", "The queue 'no_such_queue' is missing");
    refused(sender.post(PATH + "?map=nonsense", archive(strange)), "BUNDLE-006", "maps no name");
    sender.post(PATH + "?map=queue:" + strange.queue() + "=front_office", archive(strange)).expect(200);
    String stored = owner.get(strange.versions() + "/1/bundle").expect(200).body();
    assertThat(stored).isEqualTo(strange.bundle(1).replace(strange.queue(), "front_office"));
    GiftProcess fresh = GiftProcess.strange();
    sender.post(PATH + "?map=queue:" + fresh.queue() + "=" + fresh.queue(), archive(fresh)).expect(200);
  }

  /** Made by the first version of the format, with a bundle that was written before most of its keys were known. */
  @Test
  void theFirstArchiveEverIsStillImportedAndComesOutAsItCameIn() throws IOException {
    byte[] first = Base64.getMimeDecoder().decode(Files.readString(Path.of("../../fulfillment-ejb/src/test/resources/archives/first-format.zip.base64")));
    JsonNode plan = sender.post(PATH + "/plan", first).expect(200).json();
    assertThat(plan.at("/trust/standing").asText()).isEqualTo("UNKNOWN_SIGNER");
    sender.post(PATH + "?inactive=true", first).expect(200);
    Map<String, String> out = Zip.files(owner.download(PATH + "?process=First_Block@1&process=First_Gift@2"));
    Map<String, String> in = Zip.files(first);
    out.remove("SIGNATURE");
    in.remove("SIGNATURE");
    assertThat(out).isEqualTo(in);
  }

  @Test
  void theFileSaysWhatItsPathSays() {
    JsonNode problem = sender.post(PATH + "/plan", Zip.unsigned(Map.of("Other_Gift-1", known.bundle(1)))).expect(422).json();
    assertThat(problem.at("/errors/0/detail").asText()).contains("is about version 1 of process '" + known.name() + "'");
    assertThat(sender.post(PATH, "no zip").expect(422).json().at("/errors/0/place/file").asText()).isEqualTo("archive.zip");
    sender.post(PATH, new byte[0]).expect(422);
    owner.with("Content-Type", "application/yaml").post(PATH, "x").expect(415);
  }

  private byte[] archive(GiftProcess process) {
    return Zip.unsigned(Map.of(process.entry(1), process.bundle(1)));
  }

  private static void refused(Reply reply, String code, String sentence) {
    JsonNode problem = reply.expect(409).json();
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("detail").asText()).contains(sentence);
  }
}
