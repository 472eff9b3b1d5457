package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of bad input gets its clear error, and leaves nothing behind. */
@OnEachDatabase
class BadInputIT {
  private static final int TEN_MEGABYTES = 10_000_000;

  private final CaseboundServer server;
  private final Api agent;

  BadInputIT(Database database) {
    server = SharedServer.on(database);
    agent = server.as("agent");
  }

  @Test
  void namesAnUnknownProcess() {
    JsonNode problem = refused(Map.of("process", "No_Such_Process"));
    assertThat(Problems.pointers(problem)).containsExactly("/process");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongAttributes")
  void namesEveryWrongAttribute(String what, Map<String, Object> body, List<String> pointers) {
    assertThat(Problems.pointers(refused(body))).as(what).containsExactlyInAnyOrderElementsOf(pointers);
  }

  static Stream<Arguments> wrongAttributes() {
    Map<String, Object> good = Requests.feeInquiry();
    return Stream.of(
        Arguments.of("unknown", Requests.withAttribute(good, "colour", "red"), List.of("/attributes/colour")),
        Arguments.of(
            "missing",
            Map.of("process", "Fee_Inquiry"),
            List.of("/attributes/accountNumber", "/attributes/amount", "/attributes/question")),
        Arguments.of("text for a number", Requests.withAttribute(good, "amount", "much"), List.of("/attributes/amount")),
        Arguments.of("number for a text", Requests.withAttribute(good, "question", 7), List.of("/attributes/question")),
        Arguments.of("object for a text", Requests.withAttribute(good, "question", Map.of("a", 1)), List.of("/attributes/question")),
        Arguments.of("out of range", Requests.withAttribute(good, "amount", 10_001), List.of("/attributes/amount")),
        Arguments.of("not the pattern", Requests.withAttribute(good, "accountNumber", "12"), List.of("/attributes/accountNumber")),
        Arguments.of("no such choice", Requests.withAttribute(good, "feeKinds", List.of("card", "air")), List.of("/attributes/feeKinds")),
        Arguments.of("no date", Requests.withAttribute(good, "bookedOn", "2026-02-30"), List.of("/attributes/bookedOn")),
        Arguments.of(
            "two at once",
            Requests.withAttribute(Requests.withAttribute(good, "callBack", "yes"), "bookedOn", 1),
            List.of("/attributes/callBack", "/attributes/bookedOn")));
  }

  @Test
  void namesWhatIsWrongWithADocument() {
    Map<String, Object> good = Requests.addressUpdate();
    byte[] text = "just text".getBytes(StandardCharsets.UTF_8);
    byte[] large = Arrays.copyOf(Requests.pdf(), 5 * 1024 * 1024 + 1);
    assertThat(Problems.pointers(refused(Requests.with(good, "documents", List.of())))).containsExactly("/documents");
    assertThat(Problems.pointers(refused(documents(good, Requests.document("application/pdf", text)))))
        .containsExactly("/documents/0/mediaType");
    assertThat(Problems.pointers(refused(documents(good, Requests.document("text/plain", text)))))
        .containsExactly("/documents/0/mediaType");
    assertThat(Problems.pointers(refused(documents(good, Requests.document("application/pdf", large)))))
        .containsExactly("/documents/0/content");
    assertThat(
            Problems.pointers(
                refused(documents(good, Requests.with(Requests.document("application/pdf", text), "requirement", "passport")))))
        .containsExactly("/documents/0/requirement");
  }

  @Test
  void pointsToContentThatIsNoBase64() {
    Map<String, Object> document = Requests.with(Requests.document("application/pdf", Requests.pdf()), "content", "%%%");
    JsonNode problem =
        Problems.expect(agent.post(Requests.PATH, documents(Requests.addressUpdate(), document)), 422, "invalid-request");
    assertThat(Problems.pointers(problem)).containsExactly("/documents/0/content");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"process\": | malformed-json | 400",
        "{\"process\":\"a\",\"process\":\"b\"} | malformed-json | 400",
        "nonsense | malformed-json | 400",
        "null | malformed-json | 400",
        "[] | invalid-request | 422",
        "{\"proces\":\"a\"} | invalid-request | 422",
        "{\"process\":17} | invalid-request | 422",
        "{} | invalid-request | 422"
      })
  void saysWhatIsWrongWithTheJson(String body, String type, int status) {
    Problems.expect(agent.post(Requests.PATH, body), status, type);
  }

  @Test
  void refusesATextThatThePostgresqlServerCanNotStore() {
    JsonNode problem =
        Problems.expect(
            agent.post(Requests.PATH, Requests.withAttribute(Requests.feeInquiry(), "question", "a\0b")), 422, "invalid-request");
    assertThat(Problems.pointers(problem)).containsExactly("/attributes/question");
    Problems.expect(agent.get("/api/v1/cases?requester=%00"), 400, "malformed-request");
  }

  @Test
  void refusesSubjectsAndRequestersThatAreTooLong() {
    assertThat(Problems.pointers(refused(Requests.with(Requests.feeInquiry(), "subject", "s".repeat(256)))))
        .containsExactly("/subject");
    Reply reply = agent.post(Requests.PATH, Requests.with(Requests.feeInquiry(), "requester", "r".repeat(1000)));
    assertThat(Problems.pointers(Problems.expect(reply, 422, "invalid-request"))).containsExactly("/requester");
  }

  @Test
  void answersTenMegabytesOfGarbageAtOnce() {
    byte[] noise = new byte[TEN_MEGABYTES];
    new Random(1).nextBytes(noise);
    byte[] brackets = new byte[TEN_MEGABYTES];
    Arrays.fill(brackets, (byte) '[');
    byte[] text = new byte[TEN_MEGABYTES];
    Arrays.fill(text, (byte) 'a');
    byte[] start = "{\"process\":\"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, text, 0, start.length);
    byte[] members = "{\"attributes\":{\"x\":[".concat("1,".repeat(TEN_MEGABYTES / 2)).getBytes(StandardCharsets.US_ASCII);
    long before = System.nanoTime();
    Problems.expect(agent.post(Requests.PATH, noise), 400, "malformed-json");
    Problems.expect(agent.post(Requests.PATH, brackets), 422, "invalid-request");
    Problems.expect(agent.post(Requests.PATH, text), 400, "malformed-json");
    Problems.expect(agent.post(Requests.PATH, members), 400, "malformed-json");
    assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    agent.get("/api/v1/processes").expect(200);
  }

  @Test
  void refusesABodyBeyondTheLimit() {
    Problems.expect(agent.post(Requests.PATH, new byte[17 * 1024 * 1024]), 413, "body-too-large");
  }

  @Test
  void hidesWhatTheCallerMayNotSee() {
    String number = Requests.file(server.as("bank"), Requests.with(Requests.feeInquiry(), "requester", Requests.somebody()));
    Problems.expect(server.as("requester").get("/api/v1/cases/" + number), 404, "not-found");
    Problems.expect(agent.get("/api/v1/cases/C-99999999"), 404, "not-found");
    Problems.expect(agent.get("/api/v1/cases/1%20or%201=1"), 404, "not-found");
    Problems.expect(agent.get("/api/v1/work-items/99999999"), 404, "not-found");
  }

  @Test
  void letsARequesterFileForHimselfOnly() {
    JsonNode problem =
        Problems.expect(
            server.as("requester").post(Requests.PATH, Requests.with(Requests.feeInquiry(), "requester", "agent")), 403, "forbidden");
    assertThat(problem.path("code").asText()).isEqualTo("INTAKE-010");
  }

  @Test
  void refusesWrongQueryParameters() {
    Problems.expect(agent.get("/api/v1/cases?status=OPEN"), 400, "malformed-request");
    Problems.expect(agent.get("/api/v1/cases?size=0"), 400, "malformed-request");
    Problems.expect(agent.get("/api/v1/cases?size=101"), 400, "malformed-request");
    Problems.expect(agent.get("/api/v1/cases?cursor=nonsense"), 400, "malformed-request");
    Problems.expect(agent.get("/api/v1/cases?queue=a&owner=b"), 400, "malformed-request");
    Problems.expect(agent.get("/api/v1/work-items?state=DONE"), 400, "malformed-request");
    Problems.expect(agent.get("/api/v1/work-items?cursor=nonsense"), 400, "malformed-request");
    Problems.expect(agent.with("Idempotency-Key", "two words").post(Requests.PATH, Requests.feeInquiry()), 400, "malformed-request");
  }

  private static Map<String, Object> documents(Map<String, Object> body, Map<String, Object> document) {
    return Requests.with(body, "documents", List.of(document));
  }

  private JsonNode refused(Map<String, Object> body) {
    return Problems.expect(agent.post(Requests.PATH, body), 422, "request-refused");
  }
}
