package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document beside the form: its pages, larger, smaller, turned; PDF and pictures. */
@ExtendWith(ServerLogOnFailure.class)
class ViewerIT {
  private final CaseboundServer server = SharedServer.any();

  @Test
  void pagesOfAPdfAreTurnedOverMadeLargerAndTurned() throws IOException {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + itemWith("two pages.pdf", "application/pdf", twoPages()));
      Locator pages = agent.page().locator("canvas.sheet");
      assertThat(pages).hasCount(2);
      assertThat(agent.page().locator("[data-pages]")).hasText("Page 1 of 2");
      press(agent, "Next page");
      assertThat(agent.page().locator("[data-pages]")).hasText("Page 2 of 2");
      press(agent, "Previous page");
      assertThat(agent.page().locator("[data-pages]")).hasText("Page 1 of 2");
      changesSizeAndTurns(agent);
      agent.expectNoComplaint();
    }
  }

  @Test
  void aPictureIsMadeLargerAndTurned() throws IOException {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + itemWith("proof.png", "image/png", picture()));
      assertThat(agent.page().locator("canvas.sheet")).hasAttribute("aria-label", Pattern.compile("proof\\.png"));
      assertThat(agent.page().locator("[data-pages]")).hasCount(0);
      changesSizeAndTurns(agent);
      agent.expectNoComplaint();
    }
  }

  private static void changesSizeAndTurns(Person agent) {
    double[] first = size(agent);
    press(agent, "Larger");
    agent.page().waitForCondition(() -> size(agent)[0] > first[0] * 1.2);
    press(agent, "Smaller");
    press(agent, "Smaller");
    agent.page().waitForCondition(() -> size(agent)[0] < first[0]);
    press(agent, "Fit to width");
    agent.page().waitForCondition(() -> Math.abs(size(agent)[0] - first[0]) < 20);
    double ratio = first[0] / first[1];
    press(agent, "Rotate");
    agent.page().waitForCondition(() -> size(agent)[0] > size(agent)[1] != first[0] > first[1]);
    Assertions.assertThat(size(agent)[1] / size(agent)[0]).isCloseTo(ratio, Assertions.within(0.05));
  }

  /** Width and height of the first page. */
  private static double[] size(Person agent) {
    List<?> size = (List<?>) agent.page().locator("canvas.sheet").first().evaluate("sheet => [sheet.offsetWidth, sheet.offsetHeight]");
    return size.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
  }

  private static void press(Person agent, String name) {
    agent.page().getByRole(AriaRole.TOOLBAR).first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name)).click();
  }

  private long itemWith(String name, String type, byte[] content) {
    Map<String, Object> request =
        Map.of(
            "process", "Address_Update",
            "subject", "A document to look at",
            "requester", "requester",
            "attributes", Map.of("customerId", "C-4417", "newStreet", "1 Lens Lane", "newPostalCode", "BS1 4SB", "newCity", "Bristol", "newCountry", "GB"),
            "documents", List.of(Map.of("name", name, "mediaType", type, "content", Base64.getEncoder().encodeToString(content))));
    String number = server.as("requester").post("/api/v1/service-requests", request).expect(201).json().get("caseNumber").asText();
    return new Filing(server).workItem(number);
  }

  private static byte[] twoPages() throws IOException {
    try (PDDocument paper = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int page = 0; page < 2; page++) {
        paper.addPage(new PDPage(PDRectangle.A4));
      }
      paper.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] picture() throws IOException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(240, 120, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    }
  }
}
