package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.List;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a request carries is text on every page. */
@ExtendWith(ServerLogOnFailure.class)
class InjectionIT {
  private static final String PAYLOAD = "<script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">'\"#{1+1}";

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void scriptsInSubjectValuesFileNameAndCommentNeverRun() {
    String number = filing.addressUpdate(PAYLOAD, "1 Plain Street", PAYLOAD, "<img src=x onerror=window.hacked=1>.pdf");
    long item = filing.workItem(number);
    try (Person agent = Person.signedIn(server, "agent")) {
      for (String address : List.of("/cases", "/case/" + number, "/work/" + item)) {
        agent.open(address);
        expectHarmless(agent);
      }
      agent.open("/inbox");
      assertThat(agent.row(number)).isVisible();
      expectHarmless(agent);

      agent.open("/work/" + item);
      assertThat(agent.page().locator(".asked")).containsText(PAYLOAD);
      agent.button("Claim").click();
      agent.page().getByLabel("Comment").fill(PAYLOAD);
      agent.button("Reject").click();
      assertThat(agent.notice()).containsText("is done");
      expectHarmless(agent);
      agent.open("/case/" + number);
      expectHarmless(agent);
      agent.expectNoComplaint();
    }
  }

  @Test
  void scriptsInTheAddressNeverRun() {
    try (Person agent = Person.signedIn(server, "agent")) {
      for (String address :
          List.of(
              "/search?q=%3Cscript%3Ewindow.hacked=1%3C/script%3E",
              "/inbox?queue=%22%3E%3Cscript%3Ewindow.hacked=1%3C/script%3E",
              "/inbox?view=%3Cscript%3E&q=%22%3E%3Cscript%3Ewindow.hacked=1%3C/script%3E",
              "/cases?status=%3Cscript%3E&queue=%22%3E%3Cimg%20src=x%20onerror=window.hacked=1%3E")) {
        assertThat(agent.open(address)).isEqualTo(200);
        expectHarmless(agent);
      }
      agent.expectNoComplaint();
    }
  }

  @Test
  void aDocumentIsADownloadThatNothingCanRun() {
    String number = filing.addressUpdate("Headers of a document", "1 Header Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      String address = agent.page().locator(".doclist a").getAttribute("href").replace("?save=yes", "");
      APIResponse document = agent.context().request().get(address);
      assertThat(document.status()).isEqualTo(200);
      assertThat(document.headers())
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("content-type", "application/pdf")
          .hasEntrySatisfying("content-security-policy", policy -> assertThat(policy).contains("sandbox").contains("default-src 'none'"))
          .hasEntrySatisfying("content-disposition", disposition -> assertThat(disposition).startsWith("attachment"));
    }
  }

  @Test
  void pagesForbidInlineScriptsAndForeignHosts() {
    try (Person agent = Person.signedIn(server, "agent")) {
      String policy = agent.page().navigate("/inbox").headers().get("content-security-policy");
      assertThat(policy)
          .contains("default-src 'self'", "script-src 'self' 'nonce-", "object-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:", "*");
    }
  }

  private static void expectHarmless(Person person) {
    assertThat(person.page().evaluate("() => window.hacked === undefined")).as("nothing ran on " + person.page().url()).isEqualTo(true);
  }
}
