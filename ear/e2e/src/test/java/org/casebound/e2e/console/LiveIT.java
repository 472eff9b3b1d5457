package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
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
