package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several people at one work item: who is there, what they say to each other, and who learns nothing of it. */
@ExtendWith(ServerLogOnFailure.class)
class WorkTogetherIT {
  /** Less than the twenty seconds after which a page looks anyhow. An idle machine keeps {@code -Dcasebound.live.millis=2000}. */
  private static final double SOON = Integer.getInteger("casebound.live.millis", 10_000);

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void othersAtTheSameItemAreShownSoonAndLeave() {
    long item = filing.workItem(filing.checkedAddress("1 Company Court"));
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/work/" + item);
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      assertThat(agent.page().locator("#present .badge")).hasCount(0);
      List<String> frames = frames(agent);
      lead.open("/work/" + item);
      assertThat(agent.page().locator("#present")).hasText("lead is looking at it", soon());
      assertThat(lead.page().locator("#present")).hasText("agent is looking at it");
      lead.page().getByLabel("Write to colleagues").pressSequentially("Is");
      assertThat(agent.page().locator("#present")).hasText("lead is working on it", soon());
      lead.open("/inbox");
      assertThat(agent.page().locator("#present .badge")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
      assertThat(frames).filteredOn(frame -> frame.contains("presence")).isNotEmpty().allMatch(frame -> frame.matches("\\{\"channel\":\"presence\",\"version\":\\d+}"));
      agent.expectNoComplaint();
      lead.expectNoComplaint();
    }
  }

  @Test
  void theListShowsWhoIsAtAnItemAndWhenHeLeaves() {
    long item = filing.workItem(filing.checkedAddress("7 Company Court"));
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/inbox?sort=newest");
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      Locator row = agent.page().locator("#row-" + item);
      assertThat(row.locator(".present")).hasCount(0);
      lead.open("/work/" + item);
      assertThat(row.locator(".present .sr-only")).hasText("lead is looking at it", soon());
      lead.open("/cases");
      assertThat(row.locator(".present")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
      agent.expectNoComplaint();
    }
  }

  private static LocatorAssertions.HasTextOptions soon() {
    return new LocatorAssertions.HasTextOptions().setTimeout(SOON);
  }

  /** What the page's socket hears from now on. */
  private static List<String> frames(Person person) {
    List<String> frames = new ArrayList<>();
    person.page().onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
    person.page().reload();
    assertThat(person.page().locator("html")).hasAttribute("data-live", "on");
    // What it hears when it joins is how things stand.
    frames.clear();
    return frames;
  }

  @Test
  void whoMayNotSeeTheItemLearnsNothingOfWhoIsThere() {
    String number = filing.feeInquiry("Not for all", "Who is there?");
    long item = filing.workItem(filing.checkedAddress("2 Company Court"));
    server.as("lead").post("/api/v1/work-items/" + item + "/move", java.util.Map.of("queue", "front_office")).expect(200);
    try (Person colleague = Person.signedIn(server, TestUsers.COLLEAGUE);
        Person requester = Person.signedIn(server, "requester");
        Person agent = Person.signedIn(server, "agent")) {
      assertThat(colleague.open("/inbox")).isEqualTo(200);
      assertThat(colleague.page().locator("html")).hasAttribute("data-live", "on");
      List<String> frames = frames(colleague);
      agent.open("/work/" + item);
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      assertThat(meet(colleague, item, "viewing").status()).isEqualTo(404);
      assertThat(meet(requester, item, "viewing").status()).isEqualTo(403);
      try (Person stranger = Person.stranger(server)) {
        assertThat(meet(stranger, item, "viewing").status()).isEqualTo(401);
      }
      assertThat(meet(agent, item, "spying").status()).isEqualTo(400);
      assertThat(meet(agent, item, "editing").text()).isEqualTo("[]");
      assertThat(frames).noneMatch(frame -> frame.contains("presence"));
      assertThat(number).isNotEmpty();
    }
  }

  private static APIResponse meet(Person person, long item, String doing) {
    return person.context().request().post("/work/presence", RequestOptions.create().setForm(FormData.create().set("item", String.valueOf(item)).set("page", "p-1").set("doing", doing)));
  }

  @Test
  void aMentionTellsThePersonAndTypedWorkStays() {
    String number = filing.checkedAddress("3 Company Court");
    long item = filing.workItem(number);
    server.as("lead").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    server.as("lead").post("/api/v1/work-items/" + item + "/release", "").expect(200);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.page().getByLabel("Comment").fill("Half a decision");
      agent.press("Escape", "y", "m");
      assertThat(agent.page().getByLabel("Write to colleagues")).isFocused();
      agent.page().keyboard().type("Is this street real, @lead? <script>alert(1)</script>");
      agent.button("Send").click();
      assertThat(agent.notice()).hasText("Sent.");
      assertThat(agent.page().locator(".talk")).containsText("Is this street real, @lead? <script>alert(1)</script>");
      assertThat(agent.page().getByLabel("Comment")).hasValue("Half a decision");
      assertThat(agent.page().locator("input[name=tick]:checked")).hasCount(1);
      agent.expectNoComplaint();
    }
    assertThat(subjects("lead")).contains("agent mentioned you in case " + number);
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.open("/work/" + item);
      assertThat(lead.page().locator(".talk")).containsText("Is this street real");
      lead.page().locator("[data-mention]").first().click();
      assertThat(lead.page().getByLabel("Write to colleagues")).hasValue("@agent ");
      lead.open("/case/" + number);
      lead.page().getByLabel("Write to colleagues").fill("It is, @agent.");
      lead.button("Send").click();
      assertThat(lead.page().locator(".talk li")).hasCount(2);
    }
    assertThat(subjects("agent")).contains("lead mentioned you in case " + number);
    assertThat(server.as("requester").get("/api/v1/cases/" + number).expect(200).body()).doesNotContain("Is this street real");
    try (Person requester = Person.signedIn(server, "requester")) {
      requester.open("/case/" + number);
      assertThat(requester.page().content()).doesNotContain("Is this street real", "Discussion");
    }
  }

  @Test
  void onlyPeopleWhoMaySeeTheCaseAreMentionedAndOthersReadNothing() {
    long item = filing.workItem(filing.checkedAddress("4 Company Court"));
    List<String> before = subjects("requester");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      for (String name : List.of("requester", "nobody-at-all", "worker-1")) {
        agent.page().getByLabel("Write to colleagues").fill("Hello @" + name);
        agent.button("Send").click();
        assertThat(agent.page().locator(".notices .bad")).containsText("COMMENT-002");
        assertThat(agent.page().getByLabel("Write to colleagues")).hasValue("Hello @" + name);
      }
      agent.page().getByLabel("Write to colleagues").fill(" ");
      agent.button("Send").click();
      assertThat(agent.page().locator(".notices .bad")).containsText("COMMENT-001");
      assertThat(agent.page().locator(".talk li")).hasCount(0);
    }
    assertThat(subjects("requester")).isEqualTo(before);
  }

  @Test
  void whoeverHasTheWorkAsksForAttentionByKey() {
    String number = filing.checkedAddress("5 Company Court");
    long item = filing.workItem(number);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      assertThat(agent.button("Ask for attention")).isHidden();
      agent.button("Claim").click();
      agent.press("e");
      assertThat(agent.page().locator("#ask-escalate")).isVisible();
      org.casebound.e2e.Accessibility.expectNoViolation(agent.page());
      agent.page().locator("#ask-escalate").getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).first().click();
      assertThat(agent.page().locator(".notices .bad")).containsText("WORK-025");
      agent.press("e");
      agent.page().getByLabel("What needs attention").fill("The customer calls every hour.");
      agent.page().locator("#ask-escalate").getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).first().click();
      assertThat(agent.notice()).containsText(number + " is marked");
      assertThat(agent.page().locator(".sub .badge").first()).hasText("Yours");
    }
    JsonNode seen = server.as("lead").get("/api/v1/cases/" + number).expect(200).json();
    assertThat(seen.get("status").asText()).isEqualTo("ESCALATED");
    assertThat(seen.get("history").toString()).contains("The customer calls every hour.");
    assertThat(subjects("lead")).contains("Case " + number + " needs attention");
  }

  @Test
  void otherOpenCasesOfTheRequesterAreShownAsFarAsTheReaderMaySeeThem() {
    String fee = filing.feeInquiry("Related fee", "Which fee?");
    String address = filing.addressUpdate("Related address", "9 Company Court");
    long item = filing.workItem(filing.checkedAddress("6 Company Court"));
    try (Person agent = Person.signedIn(server, "agent");
        Person colleague = Person.signedIn(server, TestUsers.COLLEAGUE)) {
      agent.open("/work/" + item);
      assertThat(agent.page().locator(".related")).containsText(fee);
      assertThat(agent.page().locator(".related")).containsText(address);
      colleague.open("/work/" + item);
      assertThat(colleague.page().locator(".related")).containsText(address);
      assertThat(colleague.page().locator(".related")).not().containsText(fee);
    }
  }

  private List<String> subjects(String user) {
    JsonNode page = server.as(user).get("/api/v1/notifications?size=100").expect(200).json();
    return StreamSupport.stream(page.get("items").spliterator(), false).map(each -> each.get("subject").asText()).toList();
  }
}
