package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages refuse the wrong role, and nobody sees what is not his. */
@ExtendWith(ServerLogOnFailure.class)
class RolesIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @ParameterizedTest
  @CsvSource({
    "requester, /inbox, 403", "requester, /inbox.xhtml, 403", "requester, /work/1, 403", "requester, /work.xhtml, 403",
    "requester, /cases, 200", "operator, /inbox, 403", "operator, /work/1, 403", "operator, /cases, 200",
    "owner, /inbox, 403", "admin, /inbox, 403", "agent, /inbox, 200", "lead, /inbox, 200",
    "bank, /inbox, 403", "bank, /cases, 403", "bank, /, 403",
    "agent, /work/999999999, 404", "agent, /work/none, 404", "agent, /case/C-99999999, 404", "agent, /nowhere, 404"
  })
  void aPageAnswersByRole(String user, String address, int status) {
    try (Person person = Person.signedIn(server, user)) {
      Assertions.assertThat(person.open(address)).isEqualTo(status);
      if (status != 200) {
        assertThat(person.heading()).hasText(status == 403 ? "Not allowed" : "Not found");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/", "/inbox", "/work/1", "/case/C-00000001", "/cases", "/documents/C-00000001/1", "/inbox.xhtml"})
  void aStrangerGetsNothingButTheLogin(String address) {
    try (Person stranger = Person.stranger(server)) {
      stranger.open(address);
      assertThat(stranger.heading()).hasText("Sign in");
    }
  }

  @Test
  void anOperatorReadsTheCaseWithPersonalValuesMasked() {
    String number = filing.addressUpdate("Masked for operators", "77 Secret Street");
    try (Person operator = Person.signedIn(server, "operator")) {
      Assertions.assertThat(operator.open("/case/" + number)).isEqualTo(200);
      Assertions.assertThat(operator.page().content()).doesNotContain("77 Secret Street");
      assertThat(operator.page().locator(".masked").first()).isVisible();
    }
  }

  @Test
  void theRequesterSeesHisCaseAndNoButtonsOfAgents() {
    String number = filing.feeInquiry("Mine to see", "May I see it?");
    try (Person requester = Person.signedIn(server, "requester")) {
      requester.open("/cases");
      assertThat(requester.row(number)).isVisible();
      requester.open("/case/" + number);
      assertThat(requester.button("Take")).isHidden();
      assertThat(requester.page().getByText("Inbox")).isHidden();
    }
  }
}
