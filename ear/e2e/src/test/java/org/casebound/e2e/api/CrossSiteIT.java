package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser that is logged in changes nothing on behalf of another site. */
@ExtendWith(ServerLogOnFailure.class)
class CrossSiteIT {
  private final CaseboundServer server = SharedServer.any();

  @Test
  void refusesAChangingCallThatOnlyTheCookieVouchesFor() {
    Api browser = logIn();
    browser.get("/api/v1/cases").expect(200);
    Problems.expect(browser.post(Requests.PATH, Requests.feeInquiry()), 403, "cross-site");
    Problems.expect(
        browser.with("Sec-Fetch-Site", "same-origin").post(Requests.PATH, Requests.feeInquiry()), 403, "cross-site");
  }

  @Test
  void takesAChangingCallOfOurOwnPages() {
    Api page = logIn().with("X-Requested-With", "console");
    page.with("Sec-Fetch-Site", "same-origin").post(Requests.PATH, Requests.feeInquiry()).expect(201);
    Problems.expect(
        page.with("Sec-Fetch-Site", "cross-site").post(Requests.PATH, Requests.feeInquiry()), 403, "cross-site");
    Problems.expect(
        page.with("Origin", "https://evil.example").post(Requests.PATH, Requests.feeInquiry()), 403, "cross-site");
  }

  @Test
  void refusesAnotherSiteEvenWithCredentialsThatTheBrowserRemembers() {
    Api browser = server.as("agent").with("Sec-Fetch-Site", "cross-site");
    Problems.expect(browser.post(Requests.PATH, Requests.feeInquiry()), 403, "cross-site");
  }

  @Test
  void keepsTheCookieFromScriptsAndOtherSites() {
    Reply page = server.anonymous().get("/");
    assertThat(page.header("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
  }

  /** The login form's request, without a browser. */
  private Api logIn() {
    String first = cookie(server.anonymous().get("/"));
    Reply login =
        server
            .anonymous()
            .with("Cookie", first)
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post("/j_security_check", "j_username=agent&j_password=agent-demo")
            .expect(302);
    String second = login.header("Set-Cookie").isPresent() ? cookie(login) : first;
    return server.anonymous().with("Cookie", second);
  }

  private static String cookie(Reply reply) {
    return reply.header("Set-Cookie").orElseThrow(() -> new AssertionError("No cookie in " + reply.headers())).split(";")[0];
  }
}
