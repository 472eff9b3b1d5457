package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another site can not make a signed-in person's browser do anything. */
@ExtendWith(ServerLogOnFailure.class)
class ForgeryIT {
  private static final String VIEW_STATE = "jakarta.faces.ViewState";

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void aCommandWithoutTheViewStateOfItsPageIsRefused() {
    String number = filing.feeInquiry("Forged without state", "Who took it?");
    try (Person agent = Person.signedIn(server, "agent")) {
      APIResponse answer =
          agent.context().request().post("/case/" + number, RequestOptions.create().setForm(FormData.create().set("case", "case").set("case:take", "")));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(filing.status(number)).isEqualTo("NEW");
    }
  }

  @Test
  void aCommandWithAnInventedViewStateIsRefused() {
    String number = filing.feeInquiry("Forged with a wrong state", "Who took it?");
    try (Person agent = Person.signedIn(server, "agent")) {
      FormData form = FormData.create().set("case", "case").set("case:take", "").set(VIEW_STATE, "1234567890:1234567890");
      APIResponse answer = agent.context().request().post("/case/" + number, RequestOptions.create().setForm(form));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).contains("This page was open too long");
      assertThat(filing.status(number)).isEqualTo("NEW");
    }
  }

  @Test
  void aCommandFromAnotherSiteIsRefusedEvenWithTheRightViewState() {
    String number = filing.feeInquiry("Forged from elsewhere", "Who took it?");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      Locator take = agent.button("Take");
      String state = agent.page().locator("form#case input[name='" + VIEW_STATE + "']").inputValue();
      FormData form = FormData.create().set("case", "case").set(take.getAttribute("name"), "").set(VIEW_STATE, state);
      APIResponse crossSite =
          agent.context().request().post("/case/" + number, RequestOptions.create().setMultipart(form).setHeader("Sec-Fetch-Site", "cross-site"));
      assertThat(crossSite.status()).isEqualTo(403);
      APIResponse otherOrigin =
          agent.context().request().post("/case/" + number, RequestOptions.create().setMultipart(form).setHeader("Origin", "https://elsewhere.example"));
      assertThat(otherOrigin.status()).isEqualTo(403);
      assertThat(filing.status(number)).isEqualTo("NEW");
      APIResponse own =
          agent.context().request().post("/case/" + number, RequestOptions.create().setMultipart(form).setHeader("Sec-Fetch-Site", "same-origin"));
      assertThat(own.status()).isEqualTo(200);
      assertThat(filing.status(number)).isNotEqualTo("NEW");
    }
  }

  @Test
  void nobodyIsSignedOutByALinkOrByAnotherSite() {
    try (Person agent = Person.signedIn(server, "agent")) {
      assertThat(agent.context().request().get("/logout").status()).isEqualTo(405);
      assertThat(agent.context().request().post("/logout", RequestOptions.create().setHeader("Sec-Fetch-Site", "cross-site")).status()).isEqualTo(403);
      assertThat(agent.open("/inbox")).isEqualTo(200);
      assertThat(agent.heading().innerText()).isEqualTo("My queues");
    }
  }

  @Test
  void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
    try (Person agent = Person.signedIn(server, "agent")) {
      assertThat(agent.context().cookies())
          .filteredOn(cookie -> cookie.name.equals("JSESSIONID"))
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isNotEqualTo(com.microsoft.playwright.options.SameSiteAttribute.NONE);
              });
    }
  }
}
