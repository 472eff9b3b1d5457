package org.casebound.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Broken bundles and archives through the whole import: taken whole, or refused with places, and never half. The longer form: {@code
 * -Dcasebound.import.mutations=2000}; the parsers alone are asked much more in the unit tests.
 */
@ExtendWith(ServerLogOnFailure.class)
class BundleFuzzIT {
  private static final int MUTATIONS = Integer.getInteger("casebound.import.mutations", 60);
  private static final List<String> SNIPPETS = List.of(":", "- ", "'", "\"", "{", "]", "|", "&a ", "!!int ", "\t", "\u0000", "null", "-1", "name: x", "queue: x", "\n", "version: 2");

  private final CaseboundServer server = SharedServer.any();
  private final Api owner = server.as("owner");
  private final Random random = new Random(Long.getLong("casebound.import.seed", 20261126));

  @Test
  void aBrokenBundleIsTakenWholeOrRefusedWithPlaces() {
    Api sender = owner.with("Content-Type", "application/yaml");
    for (int i = 0; i < MUTATIONS; i++) {
      String text = mutated(GiftProcess.known().bundle(1));
      expect(sender.post("/api/v1/bundles", text.getBytes(StandardCharsets.UTF_8)), text);
    }
  }

  @Test
  void ofABrokenArchiveNothingIsTaken() {
    Api sender = owner.with("Content-Type", "application/zip");
    for (int i = 0; i < MUTATIONS; i++) {
      GiftProcess sound = GiftProcess.known();
      GiftProcess broken = GiftProcess.known();
      String text = mutated(broken.bundle(1));
      Map<String, String> bundles = new LinkedHashMap<>();
      bundles.put(sound.entry(1), sound.bundle(1));
      bundles.put(broken.entry(1), text);
      byte[] archive = Zip.unsigned(bundles);
      if (i % 3 == 0) {
        archive[random.nextInt(archive.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Reply reply = expect(sender.post("/api/v1/bundles/archive", archive), text);
      int expected = reply.status() == 200 ? 200 : 404;
      assertThat(owner.get(sound.versions()).status()).as("the sound process beside, after %s\n%s", reply, text).isEqualTo(expected);
    }
  }

  private static Reply expect(Reply reply, String text) {
    assertThat(reply.status()).as("%s\n%s", reply, text).isIn(200, 409, 422);
    if (reply.status() == 422) {
      for (JsonNode error : reply.json().get("errors")) {
        assertThat(error.at("/place/file").asText()).isNotBlank();
        assertThat(error.at("/place/line").asInt()).isPositive();
        assertThat(error.at("/place/column").asInt()).isPositive();
        assertThat(error.get("detail").asText()).isNotBlank();
      }
    } else if (reply.status() == 409) {
      assertThat(reply.json().get("code").asText()).startsWith("BUNDLE-");
    }
    return reply;
  }

  private String mutated(String text) {
    String result = text;
    for (int change = 1 + random.nextInt(2); change > 0; change--) {
      int at = random.nextInt(result.length());
      int to = Math.min(result.length(), at + random.nextInt(8));
      String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
      result =
          switch (random.nextInt(4)) {
            case 0 -> result.substring(0, at) + result.substring(to);
            case 1 -> result.substring(0, at) + snippet + result.substring(at);
            case 2 -> result.substring(0, at) + snippet + result.substring(to);
            default -> result.substring(0, to) + result.substring(at);
          };
    }
    return result;
  }
}
