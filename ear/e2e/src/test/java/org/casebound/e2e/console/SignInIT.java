package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in and out. */
@ExtendWith(ServerLogOnFailure.class)
class SignInIT {
  private final CaseboundServer server = SharedServer.any();

  @ParameterizedTest
  @CsvSource({"agent, Home", "lead, Home", "requester, Your cases", "operator, Home", "owner, Home", "admin, Home"})
  void eachRoleIsLedToItsFirstPage(String user, String title) {
    try (Person person = Person.signedIn(server, user)) {
      assertThat(person.heading()).hasText(title);
      person.expectNoComplaint();
    }
  }

  @Test
  void aWrongPasswordIsRefusedWithASentence() {
    try (Person person = Person.stranger(server)) {
      person.open("/inbox");
      person.signIn("agent", "wrong");
      assertThat(person.notice()).hasText("User name or password is wrong. Try again.");
      person.open("/inbox");
      assertThat(person.heading()).hasText("Sign in");
    }
  }

  @Test
  void theAddressThatWasAskedForOpensAfterTheLogin() {
    try (Person person = Person.stranger(server)) {
      person.open("/cases?status=NEW");
      person.signIn("lead", "lead-demo");
      assertThat(person.page()).hasURL(Pattern.compile("/cases\\?status=NEW$"));
    }
  }

  @Test
  void signingOutEndsTheSession() {
    try (Person person = Person.signedIn(server, "agent")) {
      person.page().getByTitle("Sign out").click();
      assertThat(person.heading()).hasText("Sign in");
      person.open("/inbox");
      assertThat(person.heading()).hasText("Sign in");
    }
  }
}
