package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists, figures and charts follow what others and the system do; nothing moves under the pointer, and nobody hears what is not for him. */
@ExtendWith(ServerLogOnFailure.class)
class LiveListsIT {
  /** Far less than the minute after which a page looks anyhow. An idle machine keeps {@code -Dcasebound.live.millis=2000}. */
  private static final double SOON = Integer.getInteger("casebound.live.millis", 10_000);

  /** More pages than the server remembers of a session. */
  private static final int READINGS = 60;

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void theListOfCasesFollowsAndMovesNothingUnderThePointer() {
    filing.addressUpdate("List before", "1 Live Street");
    try (Person lead = live("lead", "/cases")) {
      lead.page().getByLabel("Search, or a case number").fill("half a number");
      filing.addressUpdate("List meanwhile", "2 Live Street");
      Locator rows = lead.page().locator("#cases tbody tr");
      assertThat(rows.first()).containsText("List meanwhile", text());
      assertThat(lead.page().getByLabel("Search, or a case number")).hasValue("half a number");
      rows.first().hover();
      filing.addressUpdate("List after", "3 Live Street");
      assertThat(lead.page().locator("#stale")).hasText("This has changed. Show", exactly());
      assertThat(rows.first()).containsText("List meanwhile");
      lead.button("This has changed. Show").click();
      assertThat(rows.first()).containsText("List after");
      assertThat(lead.page().locator("#stale button")).hasCount(0);
      lead.expectNoComplaint();
    }
  }

  @Test
  void whatStopsIsShownWhereverItIsListed() {
    Stops stops = new Stops(server);
    stops.file(1);
    try (Person home = live("operator", "/");
        Person incidents = live("operator", "/ops/incidents");
        Person ledger = live("operator", "/integrations/ledger")) {
      Locator figure = home.page().locator("#home-ops .figure").first();
      int before = Integer.parseInt(figure.textContent());
      ledger.page().getByLabel("Case", new Page.GetByLabelOptions().setExact(true)).fill("C-0");
      String number = stops.file(1).get(0);
      assertThat(figure).hasText(Integer.toString(before + 1), exactly());
      assertThat(home.page().locator("#home-causes table")).containsText(Stops.CODE, text());
      home.page().waitForFunction(
          """
          () => Math.max(...Chart.getChart(document.querySelector('#home-causes canvas')).data.datasets[0].data)
             === Math.max(...[...document.querySelectorAll('#home-causes td')].map(cell => Number(cell.textContent)))""");
      assertThat(home.page().locator("#stale button")).hasCount(0);
      assertThat(incidents.page().locator("#causes")).containsText(Stops.CODE, text());
      assertThat(ledger.page().locator("#calls")).containsText(number, text());
      assertThat(ledger.page().getByLabel("Case", new Page.GetByLabelOptions().setExact(true))).hasValue("C-0");
      for (Person person : List.of(home, incidents, ledger)) {
        person.expectNoComplaint();
      }
    } finally {
      stops.clear();
    }
  }

  @Test
  void aRequesterHearsOfHisOwnCasesAlone() {
    List<String> frames = new ArrayList<>();
    try (Person requester = Person.signedIn(server, "requester")) {
      requester.page().onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
      requester.open("/cases");
      assertThat(requester.page().locator("html")).hasAttribute("data-live", "on");
      filing.addressUpdateOf("Somebody Else", "Not his", "4 Live Street", "proof.pdf");
      filing.addressUpdate("His own", "5 Live Street");
      assertThat(requester.page().locator("#cases tbody tr").first()).containsText("His own", text());
      assertThat(requester.page().locator("#cases")).not().containsText("Not his");
      // The page that signing in led to may have joined, too.
      Assertions.assertThat(frames).isNotEmpty().allMatch(frame -> frame.matches("\\{\"channel\":(\"joined\",\"version\":0|\"case\",\"version\":\\d+)}"));
      assertThat(requester.page().locator("html[data-told]")).hasCount(0);
      Assertions.assertThat(requester.context().request().get("/live").status()).isEqualTo(403);
      requester.expectNoComplaint();
    }
  }

  @Test
  void manyReadingsThrowAwayNoFormOfAnotherPage() {
    String number = filing.addressUpdate("Kept open", "6 Live Street");
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.open("/case/" + number);
      lead.page().getByLabel("Write to colleagues").fill("Written before sixty readings");
      for (int i = 0; i < READINGS; i++) {
        String page = i % 2 == 0 ? "/case/" + number : "/ops/retention?case=" + number;
        APIResponse answer = lead.context().request().get(page, RequestOptions.create().setHeader("X-Requested-With", "refresh"));
        Assertions.assertThat(answer.status()).isEqualTo(200);
      }
      lead.button("Send").click();
      assertThat(lead.page().locator(".talk:not(.messages)")).containsText("Written before sixty readings");
      lead.expectNoComplaint();
    }
  }

  @Test
  void newsThatStreamInAreReadOnceASecondAndTheLastOneIsRead() {
    try (Person lead = live("lead", "/cases")) {
      List<Long> readings = new ArrayList<>();
      lead.page()
          .onRequest(
              request -> {
                if (request.resourceType().equals("fetch")) {
                  readings.add(System.currentTimeMillis());
                }
              });
      String last = "";
      for (int i = 0; i < 12; i++) {
        last = filing.addressUpdate("Stream " + i, i + " Live Street");
      }
      assertThat(lead.page().locator("#cases")).containsText(last, text());
      for (int i = 1; i < readings.size(); i++) {
        // The browser's clock and that of the test tell of the same requests a little apart.
        Assertions.assertThat(readings.get(i) - readings.get(i - 1)).as("pause before reading %d", i).isGreaterThan(500);
      }
      Assertions.assertThat(readings).isNotEmpty();
    }
  }

  private Person live(String user, String page) {
    Person person = Person.signedIn(server, user);
    person.open(page);
    assertThat(person.page().locator("html")).hasAttribute("data-live", "on");
    return person;
  }

  private static LocatorAssertions.ContainsTextOptions text() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
  }

  private static LocatorAssertions.HasTextOptions exactly() {
    return new LocatorAssertions.HasTextOptions().setTimeout(SOON);
  }
}
