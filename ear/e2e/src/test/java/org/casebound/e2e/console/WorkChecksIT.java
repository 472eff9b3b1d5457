package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person compares and checks before he decides, and what is kept of it. */
@ExtendWith(ServerLogOnFailure.class)
class WorkChecksIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void onFileRequestedAndOnTheDocumentStandSideBySideWithATickEach() {
    String number = filing.checkedAddress("5 Ticking Terrace");
    long item = filing.workItem(number);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      assertThat(agent.page().locator(".compare thead th")).hasText(new String[] {"Field", "On file", "Requested", "On the document"});
      assertThat(agent.page().locator(".compare tbody tr").first()).containsText("1 Former Lane");
      assertThat(agent.page().locator(".compare")).containsText("United Kingdom");
      assertThat(agent.page().locator("input[name=tick]")).hasCount(0);
      assertThat(agent.page().content()).doesNotContain("4711-secret");
      agent.button("Claim").click();
      assertThat(agent.page().locator("input[name=tick]")).hasCount(4);

      agent.press("y", "y");
      agent.button("Approve").click();
      Locator problem = agent.page().locator(".checks [role=alert]");
      assertThat(problem).containsText("missing: Pin, The proof is not older than three months");
      assertThat(agent.page().locator("input[name=tick]:checked")).hasCount(2);
      assertThat(agent.page().locator("#conflict")).hasCount(0);
      agent.press("y", "y", "1");
      assertThat(agent.notice()).containsText("is done: Approve");

      agent.open("/work/" + item);
      assertThat(agent.page().locator(".ticked li")).hasText(new String[] {"Street", "Country", "Pin", "The proof is not older than three months"});
      agent.open("/case/" + number);
      assertThat(agent.page().locator(".steps").first()).containsText("Ticked by agent: Street, Country, Pin, The proof is not older than three months");
      assertThat(agent.page().content()).doesNotContain("4711-secret");
      agent.expectNoComplaint();
    }
    assertThat(decisions("lead", number)).hasSize(1);
    assertThat(decisions("requester", number)).isEmpty();
  }

  private List<JsonNode> decisions(String user, String number) {
    JsonNode flow = server.as(user).get("/api/v1/cases/" + number).expect(200).json().get("flows");
    return flow.findValues("decisions").stream().filter(each -> !each.isEmpty()).toList();
  }

  @Test
  void theServerInsistsOnTicksAndKnowsThemByName() {
    long item = filing.workItem(filing.checkedAddress("6 Ticking Terrace"));
    String address = "/api/v1/work-items/" + item;
    server.as("agent").post(address + "/claim", "").expect(200);
    assertThat(server.as("agent").post(address + "/complete", Map.of("outcome", "approved", "ticked", List.of("street"))).expect(422).body()).contains("WORK-022");
    assertThat(server.as("agent").post(address + "/complete", Map.of("outcome", "approved", "ticked", List.of("stret"))).expect(422).body()).contains("WORK-021");
    server.as("agent").post(address + "/complete", Map.of("outcome", "rejected", "comment", "Another street.")).expect(200);
    JsonNode ended = server.as("agent").get(address).expect(200).json();
    assertThat(ended.at("/checks/ticked")).isEmpty();
  }

  @Test
  void whoRunsTheSystemSeesDotsInsteadOfValues() {
    long item = filing.workItem(filing.checkedAddress("7 Ticking Terrace"));
    JsonNode seen = server.as("operator").get("/api/v1/work-items/" + item).expect(200).json().get("checks");
    assertThat(seen.toString()).contains("Street").doesNotContain("7 Ticking Terrace", "1 Former Lane");
    assertThat(server.as("agent").get("/api/v1/work-items/" + item).expect(200).body()).contains("7 Ticking Terrace").doesNotContain("4711");
  }
}
