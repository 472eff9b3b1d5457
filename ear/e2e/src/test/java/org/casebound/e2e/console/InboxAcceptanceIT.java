package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users of other inboxes complain of in long lists must not happen here. The numbers are those of the list of acceptance tests. */
@ExtendWith(ServerLogOnFailure.class)
class InboxAcceptanceIT {
  private static final String LIST = "/inbox?q=bulk&sort=oldest";

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Filing filing = new Filing(server);
  private final OpenItems items = new OpenItems(server);

  @AfterEach
  void empty() throws SQLException {
    items.empty();
  }

  @Test
  void number1AfterOneOfEightHundredIsDoneTheListGoesOnAtTheNextRow() throws SQLException {
    items.fill(1, 799);
    long second = filing.workItem(filing.addressUpdate("Bulk amid others", "2 Long List"));
    String list = "/inbox?q=bulk&sort=due";
    try (StatementCount database = StatementCount.begin(server);
        Person agent = Person.signedIn(server, "agent", ColorScheme.LIGHT, 1440, 600)) {
      assertThat(database.change("update work_item set due_at = now() + interval '61 minutes' where id = " + second)).isEqualTo(1);
      agent.open(list + "&item=" + second);
      List<String> before = ids(agent);
      String next = before.get(before.indexOf(String.valueOf(second)) + 1);
      agent.page().waitForCondition(() -> agent.page().evaluate("() => scrollY > 0").equals(true));
      agent.press("Enter");
      agent.button("Claim").click();
      agent.button("Approve").click();
      assertThat(agent.page()).hasURL(Pattern.compile("q=bulk&sort=due&item=" + next));
      Locator row = agent.page().locator("#row-" + next);
      assertThat(row.locator("a")).isFocused();
      assertThat(row).isInViewport();
      before.remove(String.valueOf(second));
      assertThat(ids(agent)).startsWith(before.toArray(String[]::new)).hasSize(before.size() + 1);
      agent.press("j");
      assertThat(agent.page().locator("#row-" + before.get(before.indexOf(next) + 1) + " a")).isFocused();
    }
  }

  @Test
  void number9AllThatMatchOnThreePagesStayTheSameWhilePagesAndTheListChange() throws SQLException {
    items.fill(1, 120);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open(LIST);
      agent.press("*");
      assertThat(agent.page().locator("#chosen")).hasText("120 selected");
      List<String> seen = new ArrayList<>(ids(agent));
      Object before = chosen(agent);
      for (int rows : new int[] {50, 20}) {
        agent.page().locator("a[rel=next]").click();
        assertThat(agent.page().locator("#rows input:checked")).hasCount(rows);
        seen.addAll(ids(agent));
      }
      assertThat(seen).hasSize(120).doesNotHaveDuplicates();
      items.fill(121, 125);
      agent.page().reload();
      assertThat(agent.page().locator("#rows > tr")).hasCount(25);
      assertThat(agent.page().locator("#rows input:checked")).hasCount(20);
      agent.page().getByText("First page").click();
      assertThat(agent.page().locator("#rows input:checked")).hasCount(50);
      assertThat(chosen(agent)).isEqualTo(before);
      assertThat(List.of(before.toString().replaceAll("[^0-9,]", "").split(","))).containsExactlyInAnyOrderElementsOf(seen);
    }
  }

  @Test
  void number11WhatGetNextGaveToSomebodyWithoutNetworkReturnsOnce() throws SQLException {
    Bundles.publish(server, "race");
    String number =
        new Desk(server).file(Map.of("process", "Race", "subject", "Network pulled", "requester", "requester", "attributes", Map.of("number", "pulled")));
    long item = filing.workItem(number);
    AtomicInteger answered = new AtomicInteger();
    try (Person lost = Person.signedIn(server, TestUsers.workers().get(0));
        Person other = Person.signedIn(server, TestUsers.workers().get(1))) {
      lost.open("/inbox");
      lost.page().route("**/inbox*", route -> answerGetsLost(route, answered));
      lost.press("n");
      lost.page().waitForCondition(() -> answered.get() == 302);
      lost.context().setOffline(true);
      assertThat(server.as("lead").get("/api/v1/work-items/" + item).expect(200).json().get("assignee").asText()).isEqualTo("worker-1");
      other.open("/inbox");
      other.press("n");
      assertThat(other.notice()).containsText("There is no work item");

      endLease(item);
      await().atMost(Duration.ofSeconds(20)).until(() -> server.as("lead").get("/api/v1/work-items/" + item).json().get("state").asText().equals("OFFERED"));
      other.press("n");
      assertThat(other.page()).hasURL(Pattern.compile("/work/" + item));
      other.button("Done").click();
      assertThat(other.notice()).containsText("is done");
    }
    String history = server.as("lead").get("/api/v1/cases/" + number).expect(200).json().get("history").toString();
    assertThat(history.split("no sign of life of worker-1", -1)).as("returns in the history, and what is around them").hasSize(2);
  }

  /** The server does what it is asked to do, and its answer never arrives. */
  private static void answerGetsLost(Route route, AtomicInteger status) {
    if (route.request().method().equals("POST")) {
      APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
      route.abort();
      status.set(answer.status());
    } else {
      route.resume();
    }
  }

  private void endLease(long item) throws SQLException {
    try (StatementCount database = StatementCount.begin(server)) {
      assertThat(database.change("update work_item set lease_until = now() - interval '1 second' where lease_until is not null and id = " + item)).isEqualTo(1);
      assertThat(database.change("update due_task set due_at = now() where kind = 'WORK_LEASE' and subject_id = " + item)).isEqualTo(1);
    }
  }

  private static List<String> ids(Person person) {
    Object ids = person.page().evaluate("() => [...document.querySelectorAll('#rows > tr')].map(row => row.dataset.id).join()");
    return new ArrayList<>(List.of(ids.toString().split(",")));
  }

  private static Object chosen(Person person) {
    return person.page().evaluate("() => Object.entries(sessionStorage).filter(([k]) => k.startsWith('casebound-chosen')).map(([, v]) => v).join()");
  }
}
