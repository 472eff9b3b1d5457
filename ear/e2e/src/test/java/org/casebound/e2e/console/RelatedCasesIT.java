package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases are linked with each other, and a case is followed by another one; nobody learns so of a case that he may not see. */
@ExtendWith(ServerLogOnFailure.class)
class RelatedCasesIT {
  private static final double SOON = 30_000;

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void twoCasesAreLinkedAndParted() {
    String number = filing.feeInquiry("Asked twice", "Why?");
    String other = filing.feeInquiry("Asked once", "Why not?");
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      lead.open("/case/" + other);
      assertThat(lead.page().locator("html")).hasAttribute("data-live", "on");
      agent.open("/case/" + number);
      Page page = agent.page();
      agent.button("Link").click();
      assertThat(page.locator("#other-wrong")).hasText("Say which case.");
      page.getByLabel("Number of the other case").fill("C-99999999");
      agent.button("Link").click();
      assertThat(page.locator("#other-wrong")).containsText("There is no such case that you may see");
      Accessibility.expectNoViolation(page);
      page.getByLabel("Number of the other case").fill(number);
      agent.button("Link").click();
      assertThat(agent.notice()).containsText("can not be linked with itself; give another number. (LINK-001)");
      page.getByLabel("What this case is").selectOption("DUPLICATE_OF");
      page.getByLabel("Number of the other case").fill(" " + other.toLowerCase(Locale.ROOT));
      page.getByLabel("Why they are linked").fill("The same fee.");
      agent.button("Link").click();
      assertThat(agent.notice()).hasText(other + " is linked.");
      assertThat(page.locator("#case-links li")).containsText("Duplicate of " + other + " Asked once");
      assertThat(page.locator("#case-links li")).containsText("The same fee.");
      assertThat(page.locator("#case-timeline li").first()).containsText("Duplicate of " + other);

      assertThat(lead.page().locator("#case-links")).containsText("Has the duplicate " + number, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
      assertThat(lead.page().locator("#changed button")).hasCount(0);
      Locator unlink = lead.button("Remove link " + number);
      for (Map.Entry<String, String> wrong : Map.of("", "Say which case.", "nothing", "it is not linked any more.").entrySet()) {
        unlink.evaluate("(button, other) => { button.value = other; }", wrong.getKey());
        unlink.click();
        assertThat(lead.page().locator("#other-wrong")).containsText(wrong.getValue());
        assertThat(lead.page().locator("#case-links")).containsText(number);
      }
      lead.button("Remove link " + number).click();
      assertThat(lead.notice()).hasText("The link with " + number + " is removed.");
      assertThat(lead.page().locator("#case-links")).containsText("Linked with no other case.");
      assertThat(page.locator("#case-timeline li").first())
          .containsText("Link with " + other + " removed", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
      agent.expectNoComplaint();
      lead.expectNoComplaint();
    }
  }

  @Test
  void aFollowUpBeginsWithWhatIsKnown() {
    String number = filing.feeInquiry("Fee of May", "Why so much?");
    try (Person agent = Person.signedIn(server, "agent")) {
      Page page = agent.page();
      agent.open("/case/" + number);
      agent.follow(page.getByText("Start a follow-up"));
      Accessibility.expectNoViolation(page);
      agent.follow(page.locator("main .service a").filter(new Locator.FilterOptions().setHasText("Ask about a fee")).first());
      assertThat(page.locator("#follow")).containsText(number + " Fee of May");
      assertThat(page.locator("[id$=requester]")).hasValue("requester");
      assertThat(page.getByLabel("Account number")).hasValue("DE02120300000000202051");
      assertThat(page.getByLabel("Urgent")).isChecked();
      Accessibility.expectNoViolation(page);
      page.getByLabel("Question").first().fill("And in June?");
      agent.press("Control+Enter");
      assertThat(page.locator("#checked")).isVisible();
      agent.button("File the request").click();
      assertThat(page.locator(".receipt")).isVisible();
      String next = page.locator(".receipt .mono").innerText();
      JsonNode link = server.as("lead").get("/api/v1/cases/" + next + "/links").expect(200).json().get(0);
      assertThat(link.get("number").asText()).isEqualTo(number);
      assertThat(link.get("relation").asText()).isEqualTo("FOLLOW_UP_OF");
      assertThat(server.as("lead").get("/api/v1/cases/" + next).expect(200).json().get("requester").asText()).isEqualTo("requester");
      agent.open("/case/" + number);
      assertThat(page.locator("#case-links li")).containsText("Followed by " + next);
      assertThat(page.locator("#case-timeline li").first()).containsText("Followed by " + next);
      assertThat(agent.context().request().get("/evidence/" + number).status()).isEqualTo(200);
      agent.expectNoComplaint();
    }
  }

  @Test
  void theApiFilesAFollowUpOfACaseThatTheCallerMaySeeAndOfNoOther() {
    String first = filing.feeInquiry("First of two", "One?");
    Map<String, Object> values = Map.of("accountNumber", "DE02120300000000202051", "amount", 1, "question", "Two?");
    Map<String, Object> request = Map.of("process", "Fee_Inquiry", "attributes", values, "followUpOf", first);
    assertThat(server.as("worker-1").post("/api/v1/service-requests", request).expect(422).body()).contains("INTAKE-012", "/followUpOf");
    assertThat(server.as("agent").post("/api/v1/service-requests", Map.of("process", "Fee_Inquiry", "attributes", values, "followUpOf", "yesterday")).expect(422).body()).contains("INTAKE-012");
    String key = "follow-" + first;
    String next = file("requester", key, request);
    assertThat(file("requester", key, request)).as("filed once").isEqualTo(next);
    assertThat(server.as("agent").get("/api/v1/cases/" + first + "/links").expect(200).json().findValuesAsText("number")).containsExactly(next);
    assertThat(server.as("requester").get("/api/v1/cases/" + first).expect(200).json().get("links")).as("what staff makes of it").isEmpty();
  }

  private String file(String user, String key, Map<String, Object> request) {
    return server.as(user).with("Idempotency-Key", key).post("/api/v1/service-requests", request).expect(201).json().get("caseNumber").asText();
  }

  /** The colleague works in the back office and sees address updates, but no inquiry of the front office. */
  @Test
  void aCaseThatSomebodyMayNotSeeIsNeitherShownNorLinked() {
    String seen = filing.addressUpdate("Seen move", "4 Open Road");
    String secret = filing.feeInquiry("Xenolith fee", "Xenolith?");
    String links = "/api/v1/cases/" + seen + "/links";
    link("lead", seen, secret, "Xenolith reason").expect(201);
    for (String path : new String[] {links, "/api/v1/cases/" + seen}) {
      Reply told = server.as(TestUsers.COLLEAGUE).get(path).expect(200);
      assertThat(told.body()).as(path).doesNotContain("Xenolith", secret);
      assertThat(server.as("agent").get(path).expect(200).body()).as(path).contains("Xenolith", secret);
    }
    link(TestUsers.COLLEAGUE, seen, secret, "").expect(404);
    link(TestUsers.COLLEAGUE, secret, seen, "").expect(404);
    server.as(TestUsers.COLLEAGUE).delete(links + "/" + secret).expect(404);
    try (Person colleague = Person.signedIn(server, TestUsers.COLLEAGUE)) {
      for (String page : new String[] {"/case/" + seen, "/case/" + seen + "?timeline=links", "/requests?followUp=" + seen}) {
        assertThat(colleague.context().request().get(page).text()).as(page).doesNotContain("Xenolith", secret);
      }
      assertThat(colleague.context().request().get("/request/Fee_Inquiry?followUp=" + secret).status()).isEqualTo(404);
    }
    link("requester", seen, secret, "").expect(403);
    server.as("requester").get(links).expect(403);
    link("operator", seen, secret, "").expect(403);
    assertThat(link("agent", secret, seen, "").expect(409).body()).contains("LINK-002");
    assertThat(link("agent", seen, secret, "x".repeat(1001)).expect(422).body()).contains("BODY-004");
    server.as("agent").delete(links + "/" + secret).expect(204);
    server.as("agent").delete(links + "/" + secret).expect(404);
  }

  private Reply link(String user, String number, String other, String reason) {
    return server.as(user).post("/api/v1/cases/" + number + "/links", Map.of("number", other, "reason", reason));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 390, 844"})
  void allCanReadTheFormOfAFollowUp(ColorScheme scheme, int width, int height) {
    String number = filing.feeInquiry("Readable fee of a rather long subject that needs more than one line", "Why?");
    try (Person agent = Person.signedIn(server, "agent", scheme, width, height)) {
      for (String page : new String[] {"/requests?followUp=" + number, "/request/Fee_Inquiry?followUp=" + number}) {
        agent.open(page);
        String name = page.startsWith("/requests") ? "follow-up-catalog-" : "follow-up-form-";
        Browser.picture(agent.page(), name + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
        Accessibility.expectNoViolation(agent.page());
        Accessibility.expectNothingSticksOut(agent.page());
      }
    }
  }
}
