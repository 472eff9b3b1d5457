package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people are told: the bell counts it, the list leads to it, and what is followed or marked is read. */
@ExtendWith(ServerLogOnFailure.class)
class NotificationsIT {
  private static final String COUNT = "/notifications/count";

  private final CaseboundServer server = SharedServer.on(Database.H2);
  private final Filing filing = new Filing(server);

  @BeforeEach
  void everythingIsRead() {
    for (String user : new String[] {"agent", TestUsers.COLLEAGUE, "requester"}) {
      server.as(user).get("/api/v1/notifications?unread=true&size=100").expect(200).json().path("items")
          .forEach(told -> server.as(user).post("/api/v1/notifications/" + told.path("id").asText() + "/read", "").expect(204));
    }
  }

  @Test
  void theBellCountsAtOnceAndTheListLeadsToWhatItSpeaksOf() {
    String number = filing.addressUpdate("Told of a move", "8 Bell Lane");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/cases");
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      assertThat(bell(agent)).isHidden();
      give(number);
      assertThat(bell(agent)).containsText("1 unread");
      agent.page().getByTitle("Notifications").click();
      assertThat(row(agent, number)).containsText("You know the street.");
      agent.page().waitForResponse("**/notifications/read", () -> agent.press("j", "Enter"));
      assertThat(agent.page()).hasURL(Pattern.compile("/case/" + number + "$"));
      assertThat(bell(agent)).isHidden();
      agent.open("/notifications");
      assertThat(agent.page().locator("#told")).containsText("You have read everything.");
      agent.open("/notifications?view=all");
      assertThat(row(agent, number)).not().hasClass(Pattern.compile("unread"));
      agent.expectNoComplaint();
    }
  }

  @Test
  void whatAQueueIsToldIsReadByOneForAllAndByNobodyElse() {
    String number = filing.feeInquiry("Told of a fee", "Who hears of it?");
    server.as("requester").post("/api/v1/cases/" + number + "/messages", Map.of("text", "Is anybody there?")).expect(201);
    JsonNode told = server.as("agent").get("/api/v1/notifications?unread=true").expect(200).json().at("/items/0");
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead");
        Person colleague = Person.signedIn(server, TestUsers.COLLEAGUE)) {
      colleague.open("/notifications?view=all");
      assertThat(row(colleague, number)).hasCount(0);
      Assertions.assertThat(read(colleague, told.path("id").asText())).isEqualTo(204);
      lead.open("/notifications");
      assertThat(row(lead, number)).containsText(told.path("queueLabel").asText("no label"));
      assertThat(bell(lead)).containsText("unread");
      agent.open("/notifications");
      row(agent, number).getByText("Mark as read").click();
      assertThat(row(agent, number)).hasCount(0);
      lead.open("/notifications");
      assertThat(row(lead, number)).hasCount(0);
    }
  }

  @Test
  void aRequesterReadsInHisLanguageAndMarksAllOfThePage() {
    String first = filing.feeInquiry("First of two", "One?");
    String second = filing.feeInquiry("Second of two", "Two?");
    for (String number : new String[] {first, second}) {
      server.as("agent").post("/api/v1/cases/" + number + "/messages", Map.of("text", "Which account?")).expect(201);
    }
    try (Person requester = Person.signedIn(server, "requester", ColorScheme.DARK, 390, 800)) {
      language(requester, "de");
      requester.open("/notifications");
      assertThat(row(requester, first)).containsText("Neue Nachricht zu Ihrem Antrag " + first);
      assertThat(row(requester, first).locator("a")).hasAttribute("href", "/track/" + first);
      assertThat(bell(requester)).containsText("2 ungelesen");
      assertThat(requester.page().locator("main")).containsText("Diese Installation verschickt keine E-Mails.");
      Accessibility.expectNoViolation(requester.page());
      Accessibility.expectNothingSticksOut(requester.page());
      requester.button("Alle auf dieser Seite als gelesen markieren").click();
      assertThat(requester.page().locator("#told")).containsText("Sie haben alles gelesen.");
      assertThat(bell(requester)).isHidden();
      language(requester, "auto");
      requester.expectNoComplaint();
    }
  }

  @Test
  void strangersAndOddIdsAreRefused() {
    try (Person stranger = Person.stranger(server);
        Person agent = Person.signedIn(server, "agent")) {
      Assertions.assertThat(stranger.context().request().get(COUNT).status()).isEqualTo(401);
      Assertions.assertThat(stranger.context().cookies()).isEmpty();
      Assertions.assertThat(agent.context().request().get(COUNT).text()).isEqualTo("0");
      Assertions.assertThat(agent.context().request().get("/notifications/read").status()).isEqualTo(405);
      Assertions.assertThat(read(agent, "one")).isEqualTo(400);
      FormData many = FormData.create();
      for (int id = 1; id <= 101; id++) {
        many.append("id", id);
      }
      Assertions.assertThat(agent.context().request().post("/notifications/read", RequestOptions.create().setForm(many)).status()).isEqualTo(400);
      Assertions.assertThat(agent.context().request().post("/notifications/read", RequestOptions.create().setHeader("Sec-Fetch-Site", "cross-site")).status()).isEqualTo(403);
    }
  }

  private void give(String number) {
    String item = "/api/v1/work-items/" + filing.workItem(number);
    server.as("lead").post(item + "/claim", "").expect(200);
    server.as("lead").post(item + "/reassign", Map.of("to", "agent", "reason", "You know the street.")).expect(200);
  }

  private static Locator bell(Person person) {
    return person.page().locator("#bell");
  }

  private static Locator row(Person person, String number) {
    return person.page().locator("#told tbody tr").filter(new Locator.FilterOptions().setHasText(number));
  }

  private static int read(Person person, String id) {
    return person.context().request().post("/notifications/read", RequestOptions.create().setForm(FormData.create().set("id", id))).status();
  }

  private static void language(Person person, String language) {
    RequestOptions form = RequestOptions.create().setForm(FormData.create().set("name", "LANGUAGE").set("value", language));
    Assertions.assertThat(person.context().request().post("/preferences", form).status()).isEqualTo(204);
  }
}
