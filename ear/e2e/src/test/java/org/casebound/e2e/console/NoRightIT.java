package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Number 10 of the list of acceptance tests: a case that somebody has no right to does not exist for him, wherever he asks. */
@ExtendWith(ServerLogOnFailure.class)
class NoRightIT {
  /** The subject, a value and the document bear it; it is looked for by another word, because pages repeat what they are asked. */
  private static final String MARK = "Xenolith";

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);
  private final String number = filing.addressUpdateOf("somebody-moving", "Xenolith moveshouse", "1 Xenolith Lane", "Xenolith.pdf");
  private final long item = filing.workItem(number);
  private final JsonNode seen = server.as("lead").get("/api/v1/cases/" + number).expect(200).json();

  @ParameterizedTest
  @ValueSource(strings = {"worker-1", "requester"})
  void number10SomebodyWithoutTheRightGetsNothingByListSearchFileOrPicture(String user) {
    try (Person person = Person.signedIn(server, user)) {
      for (String address : pages()) {
        APIResponse answer = person.context().request().get(address);
        assertThat(answer.text()).as(user + " " + address + " " + answer.status()).doesNotContain(MARK, number);
      }
      for (String address : records()) {
        assertThat(person.context().request().get(address).status()).as(user + " " + address).isIn(403, 404);
      }
      assertThat(act(person)).as(user).doesNotContain(MARK).doesNotContain(number);
    }
  }

  @Test
  void number10TheSameAddressesTellSomebodyWithTheRight() {
    try (Person agent = Person.signedIn(server, "agent")) {
      for (String address : pages()) {
        String told = address.startsWith("/inbox/ids") ? String.valueOf(item) : MARK;
        assertThat(agent.context().request().get(address).text()).as(address).contains(told);
      }
      for (String address : records()) {
        assertThat(agent.context().request().get(address).status()).as(address).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker-1", "requester"})
  void number10PagesOfThoseWhoRunTheWholeAreClosedToTheOthers(String user) {
    try (Person person = Person.signedIn(server, user)) {
      for (String address :
          List.of("/ops/retention?case=" + number, "/ops/bulk", "/ops/bulk/1", "/process/Address_Update", "/form/Address_Update", "/migrate/Address_Update", "/migration/1")) {
        APIResponse answer = person.context().request().get(address);
        assertThat(answer.status()).as(user + " " + address).isEqualTo(403);
        assertThat(answer.text()).as(user + " " + address).doesNotContain(MARK);
      }
    }
  }

  @Test
  void number10TheSocketTellsNobodyWhatHappened() {
    List<String> frames = new ArrayList<>();
    try (Person stranger = Person.signedIn(server, TestUsers.workers().get(0))) {
      stranger.page().onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
      stranger.open("/inbox?q=moveshouse");
      assertThat(stranger.page().locator("html")).hasAttribute("data-live", "on");
      server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
      stranger.page().waitForCondition(() -> frames.stream().filter(frame -> frame.contains("work")).count() > 1);
      assertThat(frames).allMatch(frame -> frame.matches("\\{\"channel\":\"[a-z]+\",\"version\":\\d+}"));
      assertThat(stranger.page().locator("#rows > tr")).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker-1", "requester"})
  void number10TheApiKnowsNoSuchCase(String user) {
    long request = seen.at("/request/id").asLong();
    assertThat(request).isPositive();
    for (String path :
        List.of("cases/" + number, "cases/%s/documents/%d".formatted(number, document()), "service-requests/" + request, "work-items/" + item, "cases/" + number + "/legal-holds", "migrations?process=Address_Update")) {
      Reply reply = server.as(user).get("/api/v1/" + path);
      assertThat(reply.status()).as(user + " " + path).isIn(403, 404);
      assertThat(reply.body()).doesNotContain(MARK);
    }
    for (String list : List.of("cases?size=100", "cases?requester=somebody-moving", "work-items?size=100", "work-items?queue=back_office", "notifications?size=100")) {
      assertThat(server.as(user).get("/api/v1/" + list).body()).as(user + " " + list).doesNotContain(MARK).doesNotContain(number);
    }
    for (String command : List.of("work-items/" + item + "/claim", "work-items/" + item + "/release", "cases/" + number + "/take", "cases/" + number + "/reopen")) {
      Reply reply = server.as(user).post("/api/v1/" + command, Map.of("reason", "x", "version", 0));
      assertThat(reply.status()).as(user + " " + command).isBetween(400, 499);
      assertThat(reply.body()).as(user + " " + command).doesNotContain(MARK);
    }
    assertThat(server.as("lead").get("/api/v1/work-items/" + item).expect(200).json().get("state").asText()).isEqualTo("OFFERED");
  }

  /** Lists, searches and files of them. */
  private static List<String> pages() {
    return List.of("/inbox?q=moveshouse", "/inbox/csv?q=moveshouse", "/inbox/ids?q=moveshouse", "/cases?requester=somebody-moving", "/search?q=moveshouse");
  }

  /** What is about the case alone: its pages with the picture of its flow, its document, its evidence. */
  private List<String> records() {
    return List.of("/case/" + number, "/work/" + item, "/preview?id=" + item, "/documents/%s/%d".formatted(number, document()), "/evidence/" + number, "/case-news/" + number);
  }

  private long document() {
    return seen.at("/documents/0/id").asLong();
  }

  private String act(Person person) {
    FormData form = FormData.create().set("what", "claim").set("ids", String.valueOf(item));
    return person.context().request().post("/inbox/act", RequestOptions.create().setForm(form)).text();
  }
}
