package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many work items are commented on and decided at once: only where their step says so, and under every rule of a single decision. */
@ExtendWith(ServerLogOnFailure.class)
class InboxBulkIT {
  private static final String STEP = "Together/waive";

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Filing filing = new Filing(server);

  @Test
  void manyAreCommentedOnAndDecidedWithAResultEach() {
    List<String> numbers = file(3, "Waived campaign");
    List<Long> items = numbers.stream().map(filing::workItem).toList();
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=waived+campaign");
      agent.press("*");
      assertThat(agent.page().locator("#chosen")).hasText("3 selected");
      bulk(agent, "Comment").click();
      Accessibility.expectNoViolation(agent.page());
      agent.page().locator("#comment-text").fill("All of one campaign.");
      agent.page().locator("#ask-comment button[type=submit]").click();
      assertThat(agent.page().locator("#results-summary")).hasText("3 of 3 done");
      agent.press("Escape");

      server.as("lead").post("/api/v1/work-items/" + items.get(0) + "/claim", "").expect(200);
      agent.press("*");
      bulk(agent, "Decide together").click();
      Locator dialog = agent.page().locator("#ask-decide");
      assertThat(dialog).containsText("3 × “Waive the fee” (Fee waiver)");
      assertThat(dialog.locator("#decide-outcomes label")).hasText(new String[] {"Waive", "Refuse"});
      assertThat(dialog.locator("#decide-sample")).containsText("Waived campaign 1");
      assertThat(dialog.locator("#decide-sample")).containsText("Small fees may be waived");
      dialog.getByLabel("Refuse").check();
      assertThat(dialog.locator("#decide-reason")).hasAttribute("required", "");
      dialog.locator("#decide-go").click();
      assertThat(dialog).isVisible();
      picture(agent, "inbox-decide-1440");
      Accessibility.expectNoViolation(agent.page());
      dialog.getByLabel("Waive").check();
      assertThat(dialog.locator("#decide-go")).hasText("Waive: 3");
      dialog.locator("#decide-go").click();
      assertThat(agent.page().locator("#results-summary")).hasText("2 of 3 done");
      assertThat(agent.page().locator("#results-list .bad")).containsText("lead has claimed");
      assertThat(agent.page().locator("#results-list .good").first()).containsText("is done: Waive");
      agent.open("/work/" + items.get(1));
      assertThat(agent.page().locator("main")).containsText("All of one campaign.");
      agent.expectNoComplaint();
    }
    assertThat(numbers.stream().map(filing::status)).containsExactly("IN_PROGRESS", "CLOSED", "CLOSED");
    assertThat(server.as("lead").get("/api/v1/work-items/" + items.get(1)).expect(200).json().get("assignee").asText()).isEqualTo("agent");
  }

  @Test
  void whatWasDoneToManyIsPutBackUnlessSomebodyChangedItSince() {
    List<Long> items = file(3, "Waived undone").stream().map(filing::workItem).toList();
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/inbox?q=waived+undone");
      agent.press("*");
      assertThat(agent.page().locator("#chosen")).hasText("3 selected");
      agent.press("c");
      assertThat(agent.page().locator("#results-summary")).hasText("3 of 3 done");
      picture(agent, "inbox-undo-1440");
      Accessibility.expectNoViolation(agent.page());
      prioritize("lead", items.get(1), "LOW");
      agent.press("u");
      assertThat(agent.page().locator("#results-summary")).hasText("2 of 3 put back");
      assertThat(agent.page().locator("#results-list .bad")).hasText("'Waive the fee' was changed meanwhile, by lead. (WORK-029)");
      assertThat(agent.page().locator("#results-list .good").first()).containsText("is as it was before");
      assertThat(agent.page().locator("#results-undo")).isHidden();
      assertThat(agent.page().locator("#results-list")).isFocused();
      agent.press("Escape");
      assertThat(items.stream().map(id -> read(id, "assignee"))).containsExactly("", "agent", "");

      lead.open("/inbox?q=waived+undone&view=free");
      lead.press("*");
      assertThat(lead.page().locator("#chosen")).hasText("2 selected");
      lead.press("p");
      lead.page().locator("#ask-priority").getByLabel("High").check();
      lead.page().locator("#ask-priority button[type=submit]").click();
      assertThat(lead.page().locator("#results-summary")).hasText("2 of 2 done");
      lead.page().locator("#results-undo").click();
      assertThat(lead.page().locator("#results-summary")).hasText("2 of 2 put back");
      lead.press("Escape");
      assertThat(read(items.get(0), "priority")).isEqualTo("MEDIUM");

      assertThat(act(agent, items.get(1), form("assign").set("to", "lead"))).contains("\"undo\":true");
      assertThat(read(items.get(1), "assignee")).isEqualTo("lead");
      assertThat(act(lead, items.get(1), form("undo"))).as("not what the lead did").contains("WORK-030");
      assertThat(act(agent, items.get(1), form("undo"))).contains("\"ok\":true");
      assertThat(read(items.get(1), "assignee")).isEqualTo("agent");
      assertThat(act(agent, items.get(1), form("undo"))).contains("WORK-030");
      assertThat(act(agent, items.get(1), form("snooze").set("reason", "Later.").set("until", Instant.now().plusSeconds(3600).toString()))).contains("\"ok\":true");
      assertThat(act(agent, items.get(1), form("undo"))).contains("\"ok\":true");
      assertThat(comment(agent, items.get(1), "Stays.")).contains("\"undo\":false");
      agent.open("/work/" + items.get(1));
      assertThat(agent.page().locator("main")).containsText("put back as it was");
      agent.expectNoComplaint();
      lead.expectNoComplaint();
    }
  }

  private String read(long item, String field) {
    return server.as("lead").get("/api/v1/work-items/" + item).expect(200).json().path(field).asText("");
  }

  private void prioritize(String user, long item, String priority) {
    server.as(user).post("/api/v1/work-items/" + item + "/priority", Map.of("priority", priority)).expect(200);
  }

  private static FormData form(String what) {
    return FormData.create().set("what", what);
  }

  @Test
  void onAPhoneTheDialogFitsAndWorkOfOtherStepsIsNotOffered() {
    file(2, "Waived phone");
    filing.addressUpdate("Waived phone address", "1 Phone Road");
    try (Person agent = Person.signedIn(server, "agent", ColorScheme.DARK, 390, 844)) {
      agent.open("/inbox?q=waived+phone&sort=oldest");
      agent.page().locator("#rows input").first().check();
      agent.page().locator("#rows input").nth(1).check();
      bulk(agent, "Decide together").click();
      assertThat(agent.page().locator("#decide-sample")).containsText("Waived phone 0");
      picture(agent, "inbox-decide-390");
      Accessibility.expectNoViolation(agent.page());
      Accessibility.expectNothingSticksOut(agent.page());
      agent.press("Escape");
      agent.page().locator("#rows input").nth(2).check();
      assertThat(bulk(agent, "Decide together")).isHidden();
      agent.expectNoComplaint();
    }
  }

  @Test
  void theServerInsistsOnTheMarkAndOnEveryRuleOfASingleDecision() throws SQLException {
    List<Long> items = file(2, "Waived insist").stream().map(filing::workItem).toList();
    long own = filing.workItem(request("agent", "Waived own"));
    long other = filing.workItem(filing.addressUpdate("Waived unmarked", "2 Insist Road"));
    try (Person agent = Person.signedIn(server, "agent");
        Person requester = Person.signedIn(server, "requester")) {
      assertThat(decide(agent, other, "Address_Update/verify_proof", "approved", "")).contains("\"ok\":false", "WORK-027");
      assertThat(decide(agent, other, STEP, "waived", "")).contains("\"ok\":false", "WORK-026");
      assertThat(decide(agent, items.get(0), STEP, "looked_at", "")).contains("\"ok\":false", "WORK-028");
      assertThat(decide(agent, items.get(0), STEP, "refused", " ")).contains("\"ok\":false", "WORK-011");
      assertThat(decide(agent, items.get(0), STEP, "nothing", "")).contains("\"ok\":false", "WORK-010");
      assertThat(decide(agent, own, STEP, "waived", "")).contains("\"ok\":false").containsAnyOf("WORK-003", "FIND-001");
      assertThat(server.as("lead").get("/api/v1/work-items/" + items.get(0)).expect(200).json().get("state").asText()).as("claimed by a refused decision").isEqualTo("OFFERED");
      assertThat(decide(agent, items.get(0), STEP, "refused", "Too much.")).contains("\"ok\":true");
      assertThat(decide(agent, items.get(0), STEP, "waived", "")).contains("\"ok\":false", "WORK-002");

      assertThat(offer(agent, items.get(1) + "," + other).text()).contains("WORK-026");
      assertThat(offer(agent, String.valueOf(other)).text()).contains("WORK-027");
      assertThat(offer(agent, String.valueOf(own)).text()).as("not his to see").contains("WORK-026");
      agent.lookAway();
      try (StatementCount count = StatementCount.begin(server)) {
        assertThat(offer(agent, items.get(0) + "," + items.get(1)).text()).as("one has ended").contains("\"count\":1");
        Map<String, Long> statements = count.statements();
        assertThat(statements.values().stream().mapToLong(Long::longValue).sum()).as(StatementCount.listed(statements)).isBetween(1L, 3L);
      }
      assertThat(offer(agent, "1;2").status()).isEqualTo(400);
      assertThat(offer(agent, "").status()).isEqualTo(400);

      assertThat(offer(requester, String.valueOf(items.get(1))).text()).doesNotContain("Waive");
      assertThat(decide(requester, items.get(1), STEP, "waived", "")).doesNotContain("\"ok\":true");
      assertThat(comment(agent, other, " ")).contains("COMMENT-001");
      assertThat(comment(requester, other, "Let me in.")).doesNotContain("\"ok\":true");
    }
  }

  private List<String> file(int many, String subject) {
    Bundles.publish(server, "together");
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      numbers.add(request("requester", subject + " " + i));
    }
    return numbers;
  }

  private String request(String user, String subject) {
    Map<String, Object> request = Map.of("process", "Together", "subject", subject, "attributes", Map.of("amount", 12.5));
    return server.as(user).post("/api/v1/service-requests", request).expect(201).json().get("caseNumber").asText();
  }

  private static Locator bulk(Person person, String button) {
    return person.page().locator("#bulk").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true).setIncludeHidden(true));
  }

  private static void picture(Person person, String name) {
    Browser.picture(person.page(), name);
  }

  private static String decide(Person person, long item, String step, String outcome, String reason) {
    return act(person, item, FormData.create().set("what", "decide").set("step", step).set("outcome", outcome).set("reason", reason));
  }

  private static String comment(Person person, long item, String text) {
    return act(person, item, FormData.create().set("what", "comment").set("text", text));
  }

  private static String act(Person person, long item, FormData form) {
    return person.context().request().post("/inbox/act", RequestOptions.create().setForm(form.set("ids", String.valueOf(item)))).text();
  }

  private static APIResponse offer(Person person, String ids) {
    return person.context().request().post("/inbox/decision", RequestOptions.create().setForm(FormData.create().set("ids", ids)));
  }
}
