package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Complaints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inbox follows what others do without being asked, and nothing moves under the pointer. */
@ExtendWith(ServerLogOnFailure.class)
class LiveIT {
  /** Far less than the minute after which a page looks anyhow. An idle machine keeps {@code -Dcasebound.live.millis=2000}. */
  private static final double SOON = Integer.getInteger("casebound.live.millis", 10_000);

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void newWorkWaitsBehindABarAndRowsStayWhereTheyAre() {
    filing.addressUpdate("Live before", "1 Now Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=live&sort=newest");
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      filing.addressUpdate("Live after", "2 Now Street");
      assertThat(agent.page().locator("#arrivals")).hasText("1 new, show", new LocatorAssertions.HasTextOptions().setTimeout(SOON));
      assertThat(agent.page().locator("#rows > tr")).hasCount(1);
      agent.button("1 new, show").click();
      assertThat(agent.page().locator("#rows > tr")).hasCount(2);
      agent.expectNoComplaint();
    }
  }

  @Test
  void number3AnEmptyListGetsItsFirstItemAndGetNextWorks() {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=firstever");
      assertThat(agent.page().locator(".empty").first()).containsText("Nothing matches");
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      filing.addressUpdate("Firstever of its list", "1 Pioneer Place");
      agent.button("1 new, show").click();
      assertThat(agent.page().locator("#rows > tr")).hasCount(1);
      // Get next gives the most urgent item of all queues, which may be one of another test.
      agent.press("n");
      assertThat(agent.page()).hasURL(Pattern.compile(".*/work/[0-9]+.*"));
      agent.button("Release").click();
      assertThat(agent.notice()).containsText("is back in its queue");
    }
  }

  @Test
  void thePageOfACaseFollowsTheCaseAndKeepsWhatIsTyped() {
    String number = filing.addressUpdate("Followed by others", "6 Now Street");
    LocatorAssertions.HasTextOptions soon = new LocatorAssertions.HasTextOptions().setTimeout(SOON);
    try (Person agent = Person.signedIn(server, "agent");
        Person operator = Person.signedIn(server, "operator")) {
      for (Person person : List.of(agent, operator)) {
        person.open("/case/" + number);
        assertThat(person.page().locator("html")).hasAttribute("data-live", "on");
        assertThat(person.page().locator(".status")).containsText("Waiting for a person");
      }
      agent.page().getByLabel("Write to colleagues").fill("Half a thought");
      long item = filing.workItem(number);
      server.as("lead").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
      server.as("lead").post("/api/v1/work-items/" + item + "/complete", Map.of("outcome", "rejected", "comment", "Another street.")).expect(200);
      for (Person person : List.of(agent, operator)) {
        assertThat(person.page().locator(".head .badge").first()).hasText("Closed: Rejected", soon);
        assertThat(person.page().locator("#case-timeline")).containsText("Another street.");
        assertThat(person.page().locator(".flowpicture g.current")).hasCount(0);
        person.expectNoComplaint();
      }
      assertThat(agent.page().getByLabel("Write to colleagues")).hasValue("Half a thought");
      assertThat(agent.button("Reopen the case")).hasCount(0);
      agent.button("This case has changed. Show what can be done now").click();
      assertThat(agent.button("Reopen the case")).isVisible();
    }
  }

  @Test
  void thePageOfACaseFollowsWhatTheSystemDoesByItself() {
    String number = new Complaints(server).file(Map.of()).number();
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.page().waitForResponse(Pattern.compile(".*/case-news/" + number), () -> agent.open("/case/" + number));
      assertThat(agent.page().locator(".head .badge").first()).hasText("Escalated");
      assertThat(agent.page().locator("#case-timeline")).containsText("'First answer' is late");
      agent.expectNoComplaint();
    }
  }

  @Test
  void withoutASocketAPageLooksOnceAMinute() {
    filing.addressUpdate("Polled before", "4 Now Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.page().routeWebSocket("**/live", socket -> socket.close());
      agent.page().clock().install();
      agent.open("/inbox?q=polled&sort=newest");
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "off");
      filing.addressUpdate("Polled after", "5 Now Street");
      agent.page().clock().fastForward("01:01");
      assertThat(agent.page().locator("#arrivals")).hasText("1 new, show");
      agent.expectNoComplaint();
    }
  }

  @Test
  void whatAnotherTakesIsShownAsHis() {
    long item = filing.workItem(filing.addressUpdate("Taken by another", "3 Now Street"));
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=taken+another&item=" + item);
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      Locator row = agent.page().locator("#row-" + item);
      assertThat(row.locator("a")).isFocused();
      server.as("lead").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
      assertThat(row).containsText("lead", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
      assertThat(row.locator("button")).hasCount(0);
      assertThat(row.locator("a")).isFocused();
      server.as("lead").post("/api/v1/work-items/" + item + "/complete", Map.of("outcome", "approved")).expect(200);
      assertThat(row).hasClass(Pattern.compile("gone"), new LocatorAssertions.HasClassOptions().setTimeout(SOON));
    }
  }
}
