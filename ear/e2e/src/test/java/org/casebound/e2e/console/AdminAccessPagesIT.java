package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that tell administrators who sees a case, when something is due, and who changed what. */
@ExtendWith(ServerLogOnFailure.class)
class AdminAccessPagesIT {
  private static final String PREVIEW = "/admin/calendars?calendar=Deadlines%2FOffice&start=2026-12-23T15:00&hours=8&minutes=0";

  private final CaseboundServer server = SharedServer.on(Database.H2);
  private final String number = new Filing(server).addressUpdate("Move to 1 Sight Street", "1 Sight Street");

  AdminAccessPagesIT() {
    Bundles.publish(server, "deadlines");
  }

  @Test
  void saysWhoSeesACaseByWhichRuleAndWhatIsHidden() {
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open("/admin");
      admin.follow(admin.page().locator(".tabs a[href$='/admin/access']"));
      admin.page().locator("#case").fill(number);
      admin.page().getByLabel("User name of the person").fill("agent");
      admin.page().getByLabel("agent", new Page.GetByLabelOptions().setExact(true)).check();
      admin.page().getByLabel("back_office").check();
      admin.page().keyboard().press("Enter");
      assertThat(admin.page().locator("#sight[data-seen=yes]")).containsText("agent sees case " + number);
      assertThat(admin.page().locator("#grounds [data-rule=QUEUE]")).containsText("back_office");
      assertThat(admin.page().locator("#acts [data-act=COMMENT]")).hasCount(1);
      assertThat(admin.page().getByLabel("back_office")).isChecked();

      admin.open("/admin/access?case=%s&user=operator&role=operator".formatted(number));
      assertThat(admin.page().locator("#grounds li")).hasText("Role operator: sees all cases");
      assertThat(admin.page().locator("#masked tbody tr").first()).containsText("Personal");
      admin.open("/admin/access?case=%s&user=stranger&role=agent".formatted(number));
      assertThat(admin.page().locator("#sight[data-seen=no]")).containsText("does not see case");
      admin.open("/admin/access?case=C-99999999&user=agent");
      assertThat(admin.notice()).containsText("C-99999999");
      assertThat(admin.page().locator("#sight")).hasCount(0);
      admin.expectNoComplaint();
    }
  }

  @Test
  void countsUntilSomethingIsDueDayByDay() {
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open(PREVIEW);
      assertThat(admin.page().locator("#due")).containsText("December 28, 2026");
      assertThat(admin.page().locator("#days tbody tr")).hasCount(6);
      assertThat(admin.page().locator("#days tr[data-kind=HOLIDAY]").first()).containsText("Christmas");
      admin.open("/admin/calendars?calendar=Deadlines%2FOffice&start=tomorrow&hours=8");
      assertThat(admin.notice()).containsText("date and time");
      admin.open("/admin/calendars?calendar=Deadlines%2FOffice&start=2026-12-23T15:00&hours=x");
      assertThat(admin.notice()).containsText("whole hours");
      admin.open("/admin/calendars?calendar=Deadlines%2FOffice&start=2026-12-23T15:00&hours=3000");
      assertThat(admin.notice()).containsText("CAL-020");
      assertThat(admin.page().locator("#days")).hasCount(0);
      admin.expectNoComplaint();
    }
  }

  @Test
  void showsWhoChangedWhatAsAListAndAsAFileAndChecksIt() {
    server.as("operator").post("/api/v1/connectors/card-system/stop", Map.of("reason", "Planned work.")).expect(200);
    server.as("operator").post("/api/v1/connectors/card-system/start", Map.of("reason", "Done.")).expect(200);
    Map<String, String> away = Map.of("absent", "=1+1", "substitute", "colleague", "from", "2026-01-01T00:00:00Z", "until", "2090-01-01T00:00:00Z");
    long substitution = server.as("lead").post("/api/v1/substitutions", away).expect(201).json().path("id").asLong();
    server.as("lead").delete("/api/v1/substitutions/" + substitution).expect(204);
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open("/admin");
      admin.follow(admin.page().locator(".tabs a[href$='/admin/changes']"));
      admin.page().getByLabel("What").selectOption("CIRCUIT");
      admin.page().getByLabel("Who", new Page.GetByLabelOptions().setExact(true)).fill("operator");
      admin.page().keyboard().press("Enter");
      admin.page().waitForURL("**/admin/changes?kind=CIRCUIT&who=operator**");
      assertThat(admin.page().locator("#changes tbody tr").first()).containsText("state: CLOSED");
      assertThat(admin.page().locator("#changes tbody tr:not([data-kind=CIRCUIT])")).hasCount(0);
      String file = admin.context().request().get("/admin/changes/csv?kind=SUBSTITUTION").text();
      Assertions.assertThat(file).contains(",'=1+1,").doesNotContain(",=1+1").doesNotContain("CIRCUIT");
      admin.open("/admin/changes");
      admin.button("Check the chain").click();
      assertThat(admin.page().locator("#chain[data-intact=yes]")).containsText("intact");
      admin.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"agent", "operator"})
  void areForAdministratorsAlone(String user) {
    try (Person person = Person.signedIn(server, user)) {
      for (String address : pages()) {
        Assertions.assertThat(person.context().request().get(address).status()).as(user + " " + address).isEqualTo(403);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 320, 640"})
  void areReadableForAll(ColorScheme scheme, int width, int height) {
    try (Person admin = Person.signedIn(server, "admin", scheme, width, height)) {
      for (String address : pages()) {
        Assertions.assertThat(admin.open(address)).as(address).isEqualTo(200);
        admin.page().evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)");
        Accessibility.expectNoViolation(admin.page());
        Accessibility.expectNothingSticksOut(admin.page());
      }
      admin.expectNoComplaint();
    }
  }

  private List<String> pages() {
    return List.of("/admin/access?case=%s&user=operator&role=operator&role=agent&group=back_office".formatted(number), PREVIEW, "/admin/changes?check=yes", "/admin/changes?who=nobody");
  }
}
