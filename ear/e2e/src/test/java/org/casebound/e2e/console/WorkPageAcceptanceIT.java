package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users of other inboxes complain of must not happen here. The numbers are those of the list of acceptance tests. */
@ExtendWith(ServerLogOnFailure.class)
class WorkPageAcceptanceIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void number2OpeningADoneItemLeavesTheFilterAsItWas() {
    long item = filing.workItem(filing.addressUpdate("Donefilter one", "1 Filter Way"));
    filing.addressUpdate("Donefilter two", "2 Filter Way");
    server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    server.as("agent").post("/api/v1/work-items/" + item + "/complete", Map.of("outcome", "approved")).expect(200);
    try (Person agent = Person.signedIn(server, "agent")) {
      String list = "view=done&q=donefilter";
      agent.open("/inbox?" + list);
      assertThat(agent.page().locator("#rows > tr")).hasCount(1);
      agent.page().locator("#rows .rowlink").click();
      assertThat(agent.page().locator(".sub .badge").first()).hasText("Completed");
      agent.press("i");
      assertThat(agent.page()).hasURL(Pattern.compile("view=done&q=donefilter"));
      assertThat(agent.page().locator("#rows > tr")).hasCount(1);
      agent.goBack();
      agent.goBack();
      assertThat(agent.page()).hasURL(Pattern.compile("/inbox\\?view=done&q=donefilter"));
    }
  }

  @Test
  void number4AfterSubmitTheNextItemIsShownAndNoOldBanner() {
    String first = filing.addressUpdate("Submit and next", "4 Next Way");
    filing.addressUpdate("The one after", "5 Next Way");
    try (Person agent = Person.signedIn(server, "agent")) {
      long item = filing.workItem(first);
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.press("Control+Shift+Enter");
      assertThat(agent.notice()).containsText(first + " is done: Approve");
      assertThat(agent.page()).hasURL(Pattern.compile("/work/(?!" + item + "$)\\d+$"));
      assertThat(agent.page().locator(".sub .badge").first()).hasText("Yours");
      assertThat(agent.page().locator("main")).not().containsText("How it ended");
      agent.page().reload();
      assertThat(agent.page().locator(".notices")).hasCount(0);
      agent.button("Release").click();
      assertThat(agent.notice()).containsText("is back in its queue");
    }
  }

  @Test
  void number7ARefusedCommandSaysTheReasonOfTheEngine() {
    long item = filing.workItem(filing.addressUpdate("Refused with reason", "7 Reason Road"));
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      server.as("lead").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
      String reason = server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").json().get("detail").asText();
      agent.button("Claim").click();
      assertThat(agent.page().locator(".notices .bad")).containsText(reason);
      assertThat(agent.page().locator(".notices .bad")).containsText("WORK-001");
    }
  }

  @Test
  void number8WaitingEndsAtSuccessFailureOrTimeOut() {
    long item = filing.workItem(filing.addressUpdate("Waiting ends", "8 Patience Place"));
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.page().clock().install();
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.page().route("**/work/draft", route -> {});
      agent.page().getByLabel("Comment").fill("Who listens?");
      agent.page().getByLabel("Comment").blur();
      assertThat(agent.page().locator("#draft")).hasText("Saving...");
      agent.page().clock().fastForward("00:11");
      assertThat(agent.page().locator("#draft")).hasText("Draft not saved");
      agent.page().unroute("**/work/draft");

      agent.page().route("**/*", WorkPageAcceptanceIT::answerNoCommand);
      agent.page().evaluate("() => document.querySelector('.decisions button').click()");
      assertThat(agent.page().locator("form#work")).hasAttribute("aria-busy", "true");
      agent.page().clock().fastForward("00:31");
      assertThat(agent.page().locator("#said")).containsText("There is no answer yet");
      assertThat(agent.page().locator("form#work")).not().hasAttribute("aria-busy", "true");
      agent.page().unroute("**/*");
      agent.button("Approve").click();
      assertThat(agent.notice()).containsText("is done: Approve");
    }
  }

  private static void answerNoCommand(Route route) {
    if (route.request().method().equals("POST")) {
      // The page stays as it is, as it does while nothing comes.
      route.fulfill(new Route.FulfillOptions().setStatus(204));
    } else {
      route.resume();
    }
  }

  @Test
  void number12TwoSubmitsOfOneDecisionHaveOneEffect() {
    String number = filing.addressUpdate("Decided twice", "12 Echo Street");
    long item = filing.workItem(number);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      agent.button("Claim").click();
      Page other = agent.context().newPage();
      other.navigate("/work/" + item);
      agent.button("Approve").click();
      assertThat(agent.notice()).containsText("is done: Approve");
      other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve").setExact(true)).click();
      assertThat(other.locator(".notices .good")).containsText("is done: Approve");
      assertThat(other.locator("#conflict")).hasCount(0);
    }
    JsonNode history = server.as("lead").get("/api/v1/cases/" + number).expect(200).json().get("history");
    List<JsonNode> completed =
        StreamSupport.stream(history.spliterator(), false)
            .filter(change -> change.get("subject").asText().equals("WORK_ITEM") && change.get("to").asText().equals("COMPLETED"))
            .toList();
    assertThat(completed).hasSize(1);
  }
}
