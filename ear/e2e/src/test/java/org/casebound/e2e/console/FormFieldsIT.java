package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The form of a work item is made from the step's fields. */
@ExtendWith(ServerLogOnFailure.class)
class FormFieldsIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);
  private long item;

  @BeforeEach
  void file() throws IOException {
    try (InputStream bundle = FormFieldsIT.class.getResourceAsStream("/bundles/form-fields.yaml")) {
      String yaml = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=form-fields.yaml", yaml).expect(200);
    }
    Map<String, Object> request = Map.of("process", "Form_Fields", "attributes", Map.of("why", "To see the form"));
    JsonNode receipt = server.as("requester").post("/api/v1/service-requests", request).expect(201).json();
    item = filing.workItem(receipt.get("caseNumber").asText());
  }

  @Test
  void everyValueReachesTheEngineInItsType() {
    try (Person agent = Person.signedIn(server, "agent")) {
      Page page = claimed(agent);
      page.getByLabel("Name (required)").fill("Example Customer");
      page.getByLabel("Remark").fill("Two\nlines");
      page.getByLabel("Amount").fill("12.50");
      page.getByLabel("Pieces").fill("3");
      page.getByLabel("Issued on").fill("2026-11-04");
      page.getByLabel("The name matches").check();
      page.getByLabel("Kind of proof").selectOption("card");
      page.getByLabel("good").check();
      page.getByLabel("stamp").check();
      page.getByLabel("photo").check();
      page.getByLabel("Mail").fill("customer@example.org");
      Accessibility.expectNoViolation(page);
      agent.button("Done").click();
      assertThat(agent.notice()).containsText("is done: Done");

      JsonNode data = server.as("lead").get("/api/v1/work-items/" + item).expect(200).json().get("data");
      assertThat(data.get("name").asText()).isEqualTo("Example Customer");
      assertThat(data.get("remark").asText()).isEqualToIgnoringNewLines("Twolines");
      assertThat(data.get("amount").decimalValue()).isEqualByComparingTo("12.5");
      assertThat(data.get("pieces").isIntegralNumber()).isTrue();
      assertThat(data.get("issued").asText()).isEqualTo("2026-11-04");
      assertThat(data.get("matches").isBoolean()).isTrue();
      assertThat(data.get("kind").asText()).isEqualTo("card");
      assertThat(data.get("quality").asText()).isEqualTo("good");
      assertThat(data.get("marks")).extracting(JsonNode::asText).containsExactly("stamp", "photo");

      agent.open("/work/" + item);
      assertThat(page.locator(".decide")).containsText("Identity card");
      agent.expectNoComplaint();
    }
  }

  @Test
  void aRefusedValueIsMarkedAtItsFieldAndNothingTypedIsLost() {
    try (Person agent = Person.signedIn(server, "agent")) {
      Page page = claimed(agent);
      page.getByLabel("Remark").fill("Keep this");
      page.getByLabel("Amount").fill("500");
      page.getByLabel("poor").check();
      agent.button("Done").click();
      assertThat(page.getByLabel("Name (required)")).hasAttribute("aria-invalid", "true");
      assertThat(page.getByLabel("Name (required)")).isFocused();
      assertThat(page.getByLabel("Amount")).hasAttribute("aria-invalid", "true");
      assertThat(page.getByLabel("Amount")).hasValue("500");
      assertThat(page.getByLabel("Remark")).hasValue("Keep this");
      assertThat(page.getByLabel("poor")).isChecked();
      Accessibility.expectNoViolation(page);
      Browser.picture(page, "form-fields");
    }
  }

  private Page claimed(Person agent) {
    agent.open("/work/" + item);
    agent.button("Claim").click();
    assertThat(agent.notice()).hasText("The work item is yours.");
    return agent.page();
  }
}
