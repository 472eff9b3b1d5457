package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.SQLException;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is typed on the page of a work item is kept until it is decided, and only for whoever typed it; through a kill, too: {@link KilledServerIT}. */
@ExtendWith(ServerLogOnFailure.class)
class WorkDraftIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void isThereInASecondBrowserAndGoneWithTheDecision() {
    long item = filing.workItem(filing.checkedAddress("1 Draft Dale"));
    try (Person agent = Person.signedIn(server, "agent")) {
      Draft.type(agent, item);
      try (Person again = Person.signedIn(server, "agent")) {
        again.open("/work/" + item);
        Draft.expectTyped(again);
        again.button("Reject").click();
        assertThat(again.notice()).containsText("is done: Reject");
      }
      agent.expectNoComplaint();
    }
    expectGone(item);
  }

  @Test
  void isThereAfterTheSessionHasEnded() {
    long item = filing.workItem(filing.checkedAddress("2 Draft Dale"));
    try (Person agent = Person.signedIn(server, "agent")) {
      Draft.type(agent, item);
      agent.context().clearCookies();
      agent.page().evaluate("() => sessionStorage.clear()");
      agent.open("/work/" + item);
      agent.signIn("agent", "agent-demo");
      Draft.expectTyped(agent);
      agent.button("Release").click();
      assertThat(agent.notice()).containsText("is back in its queue");
      agent.open("/work/" + item);
      agent.button("Claim").click();
      assertThat(agent.page().getByLabel("Comment")).hasValue("");
      assertThat(agent.page().locator("input[name=tick]:checked")).hasCount(0);
    }
  }

  @Test
  void belongsToWhoHasTheItemAndToNobodyElse() {
    long item = filing.workItem(filing.checkedAddress("4 Draft Dale"));
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead");
        Person requester = Person.signedIn(server, "requester")) {
      assertThat(save(agent, item, "not claimed yet").status()).isEqualTo(403);
      Draft.type(agent, item);
      assertThat(save(lead, item, "mine?").status()).isEqualTo(403);
      assertThat(save(requester, item, "mine?").status()).isEqualTo(403);
      try (Person stranger = Person.stranger(server)) {
        stranger.open("/cases");
        assertThat(save(stranger, item, "mine?").status()).isEqualTo(401);
        stranger.signIn("lead", "lead-demo");
        assertThat(stranger.heading()).hasText("Cases");
      }
      lead.open("/work/" + item);
      assertThat(lead.page().content()).doesNotContain("Half a sentence");
      assertThat(save(agent, item, "x".repeat(200_001)).status()).isEqualTo(400);
      assertThat(post(agent, Map.of("item", "one", "comment", "x")).status()).isEqualTo(400);
      agent.page().reload();
      Draft.expectTyped(agent);
    }
    assertThat(server.as("lead").get("/api/v1/work-items/" + item).expect(200).body()).doesNotContain("Half a sentence");
  }

  @Test
  void whatCouldNotBeSavedIsSaidAndSavedLater() {
    long item = filing.workItem(filing.checkedAddress("5 Draft Dale"));
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      agent.button("Claim").click();
      assertThat(agent.page().getByLabel("Comment")).isEditable();
      agent.page().route("**/work/draft", route -> route.abort());
      agent.page().getByLabel("Comment").fill(Draft.TYPED);
      agent.page().getByLabel("Comment").blur();
      assertThat(agent.page().locator("#draft")).hasText("Draft not saved");
      agent.page().unroute("**/work/draft");
      assertThat(agent.page().locator("#draft")).containsText("Draft saved");
    }
  }

  @Test
  void costsOneStatement() throws SQLException {
    CaseboundServer counted = SharedServer.on(Database.POSTGRESQL);
    Filing there = new Filing(counted);
    long item = there.workItem(there.checkedAddress("6 Draft Dale"));
    try (Person agent = Person.signedIn(counted, "agent")) {
      counted.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
      for (String text : new String[] {"first", "second"}) {
        try (StatementCount count = StatementCount.begin(counted)) {
          assertThat(save(agent, item, text).status()).isEqualTo(200);
          Map<String, Long> statements = count.statements();
          assertThat(statements.values().stream().mapToLong(Long::longValue).sum()).as(StatementCount.listed(statements)).isEqualTo(1);
        }
      }
    }
  }

  private void expectGone(long item) {
    try (Person agent = Person.signedIn(server, "agent")) {
      assertThat(save(agent, item, "after the end").status()).isEqualTo(403);
    }
  }

  private static APIResponse save(Person person, long item, String comment) {
    return post(person, Map.of("item", String.valueOf(item), "comment", comment));
  }

  private static APIResponse post(Person person, Map<String, String> fields) {
    FormData form = FormData.create();
    fields.forEach(form::set);
    return person.context().request().post("/work/draft", RequestOptions.create().setForm(form));
  }
}
