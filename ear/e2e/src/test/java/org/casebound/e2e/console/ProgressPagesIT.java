package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator takes files of requests in, and follows what erases and purges. */
@ExtendWith(ServerLogOnFailure.class)
class ProgressPagesIT {
  private static final int LONG_MILLIS = 60_000;
  private static final int LINES = 400;
  private static final String FILE =
      "subject,accountNumber,amount,question\r\nA fee,DE02120300000000202051,12.50,What is it for?\r\nA bad one,DE02120300000000202051,much,What?\r\n";

  private final CaseboundServer server = SharedServer.any();

  @Test
  void aFileIsTakenInAndWhatBecameOfItsLinesIsSeen() {
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/ops/bulk");
      operator.button("Take the file in").click();
      assertThat(operator.notice()).hasText("Choose a file first.");
      choose(operator, "requests.txt", FILE);
      operator.button("Take the file in").click();
      assertThat(operator.notice()).containsText(".csv, .jsonl or .ndjson");
      choose(operator, "empty.csv", "subject\r\n");
      operator.button("Take the file in").click();
      assertThat(operator.notice()).containsText("BULK-001");

      choose(operator, "fees.csv", FILE);
      operator.page().getByLabel("Process of lines that name none").selectOption("Fee_Inquiry");
      operator.button("Take the file in").click();
      assertThat(operator.page().locator("#live")).containsText("2 of 2 done", longText());
      assertThat(operator.page().locator("#live[data-live=no]")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MILLIS));
      assertThat(operator.page().locator("#live tbody tr")).hasCount(1);
      assertThat(operator.page().locator("#live tbody tr")).containsText("amount");
      shoot(operator, "progress-job");
      Accessibility.expectNoViolation(operator.page());
      String report = operator.page().locator("a[href$='/report']").getAttribute("href");
      Assertions.assertThat(operator.context().request().get(report).text()).contains("line,result,case", "filed", "refused");
      operator.open("/ops/bulk");
      assertThat(operator.page().locator("tbody tr").first()).containsText("fees.csv");
      shoot(operator, "progress-jobs");
      operator.page().locator("tbody tr a").first().click();
      operator.button("Forget").click();
      assertThat(operator.notice()).containsText("The job and its lines are gone");
      operator.expectNoComplaint();
    }
  }

  @Test
  void theBarOfAFileMovesWhileThePageIsOpen() {
    StringBuilder file = new StringBuilder("subject,accountNumber,amount,question\n");
    for (int line = 1; line <= LINES; line++) {
      file.append("A fee,DE02120300000000202051,").append(line).append(",What is it for?\n");
    }
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/ops/bulk");
      choose(operator, "many.csv", file.toString());
      operator.page().getByLabel("Process of lines that name none").selectOption("Fee_Inquiry");
      operator.button("Take the file in").click();
      assertThat(operator.page().locator("progress")).hasAttribute("max", String.valueOf(LINES));
      assertThat(operator.page().locator("progress")).hasAttribute("value", String.valueOf(LINES), new LocatorAssertions.HasAttributeOptions().setTimeout(LONG_MILLIS));
      assertThat(operator.page().locator("#live")).containsText(LINES + " of " + LINES + " done");
      operator.expectNoComplaint();
    }
  }

  @Test
  void aRunIsBegunAndACaseIsHeld() {
    String number = new Filing(server).feeInquiry("Held", "Is it held?");
    try (Person operator = Person.signedIn(server, "operator");
        Person lead = Person.signedIn(server, "lead");
        Person agent = Person.signedIn(server, "agent")) {
      operator.open("/ops/retention");
      assertThat(kept(operator)).containsText("never");
      if (operator.button("Do what is due now").isVisible()) {
        operator.button("Do what is due now").click();
      }
      assertThat(operator.page().locator("#live[data-live=no]")).containsText("Ended", longText());

      lead.open("/ops/retention?case=" + number);
      lead.button("Hold").click();
      assertThat(lead.notice()).containsText("RETAIN-001");
      lead.page().getByLabel("Reason").fill("Lawsuit 7");
      lead.button("Hold").click();
      assertThat(lead.notice()).hasText("The case is held.");
      assertThat(lead.page().locator("#holds li")).containsText("Lawsuit 7");
      shoot(lead, "progress-held");
      operator.open("/ops/retention");
      assertThat(kept(operator).locator("td").last()).hasText(Pattern.compile("[1-9]\\d*$"));
      lead.page().getByLabel("Reason").fill("It is over");
      lead.button("Lift the hold").click();
      assertThat(lead.notice()).hasText("The hold is lifted.");
      operator.open("/ops/retention?case=" + number);
      assertThat(operator.page().locator("#holds li")).containsText("Lifted");
      assertThat(operator.button("Hold")).isHidden();
      Assertions.assertThat(agent.open("/ops/retention")).isEqualTo(403);
      Assertions.assertThat(agent.open("/ops/bulk")).isEqualTo(403);
      Assertions.assertThat(lead.open("/ops/bulk")).isEqualTo(403);
      Assertions.assertThat(operator.open("/ops/bulk/999999999")).isEqualTo(404);
      operator.expectNoComplaint();
      lead.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 390", "LIGHT, 320"})
  void itsPagesAreFreeOfViolations(ColorScheme scheme, int width) {
    String number = new Filing(server).feeInquiry("Looked at", "Is it kept?");
    try (Person admin = Person.signedIn(server, "admin", scheme, width, 900)) {
      for (String address : List.of("/ops/bulk", "/ops/retention", "/ops/retention?case=" + number)) {
        admin.open(address);
        Accessibility.expectNoViolation(admin.page());
        Accessibility.expectNothingSticksOut(admin.page());
        shoot(admin, "progress" + address.replace(number, "number").replaceAll("[/?=]", "-"));
      }
      admin.expectNoComplaint();
    }
  }

  /** What is said of the cases of fee inquiries. */
  private static Locator kept(Person person) {
    return person.page().locator("#processes tbody tr").filter(new Locator.FilterOptions().setHasText("Fee_Inquiry"));
  }

  /** For the eye, when -Dcasebound.screenshots=true. */
  private static void shoot(Person person, String picture) {
    if (Boolean.getBoolean("casebound.screenshots")) {
      Pictures.of(person.page(), picture);
    }
  }

  private static void choose(Person person, String file, String text) {
    person.page().locator("input[type=file]").setInputFiles(new FilePayload(file, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static LocatorAssertions.ContainsTextOptions longText() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_MILLIS);
  }
}
