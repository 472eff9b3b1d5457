package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of administration: for whom they are, that they are true, and that nobody is left out of reading them. */
@ExtendWith(ServerLogOnFailure.class)
class AdminIT {
  private final CaseboundServer server = SharedServer.on(Database.H2);

  @ParameterizedTest
  @CsvSource({"requester, 403", "agent, 403", "lead, 403", "owner, 403", "operator, 200", "admin, 200"})
  void pagesAndTheirPlaceInTheNavigationAreForThoseWhoRunTheInstallation(String user, int system) {
    try (Person person = Person.signedIn(server, user)) {
      expect(person, system, "/admin", "/admin.xhtml");
      person.open("/cases");
      assertThat(person.page().locator(".places a[href$='/admin']")).hasCount(system == 200 ? 1 : 0);
    }
  }

  private static void expect(Person person, int status, String... addresses) {
    for (String address : addresses) {
      Assertions.assertThat(person.context().request().get(address).status()).as(address).isEqualTo(status);
    }
  }

  @Test
  void gAndALeadToTheState() {
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open("/cases");
      admin.press("g", "a");
      admin.page().waitForURL("**/admin");
      assertThat(admin.page().locator("#system tr[data-part=JAVA]")).containsText("Good");
      admin.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 320, 640"})
  void everyPageIsReadableForAll(ColorScheme scheme, int width, int height) {
    try (Person admin = Person.signedIn(server, "admin", scheme, width, height)) {
      for (String address : List.of("/admin")) {
        Assertions.assertThat(admin.open(address)).as(address).isEqualTo(200);
        Accessibility.expectNoViolation(admin.page());
        Accessibility.expectNothingSticksOut(admin.page());
      }
      admin.expectNoComplaint();
    }
  }
}
