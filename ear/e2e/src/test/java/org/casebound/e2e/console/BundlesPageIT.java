package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process owner moves processes, and a second one looks over a draft, in the browser. */
@ExtendWith(ServerLogOnFailure.class)
class BundlesPageIT {
  private final CaseboundServer server = SharedServer.any();
  private final String name = "Moved_" + UUID.randomUUID().toString().substring(0, 8);
  private final String queue = "queue_" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void anArchiveIsLookedAtGetsItsNamesAndIsImported() throws IOException {
    byte[] archive = exported();
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/studio");
      owner.page().getByText("Import and export").first().click();
      owner.button("What would change").click();
      assertThat(owner.notice()).hasText("Choose an archive first.");

      choose(owner, "broken.zip", "no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      owner.button("What would change").click();
      assertThat(owner.notice()).hasText("The archive is refused; nothing of it was taken.");
      assertThat(owner.page().getByText("broken.zip:1:1")).isVisible();

      choose(owner, "moved.zip", archive);
      owner.button("What would change").click();
      assertThat(owner.page().locator("#plan")).containsText("Nothing changes");
      assertThat(owner.page().locator("#plan")).containsText("Signed by a known installation");
      shoot(owner, "bundles-plan");
      check(owner);
      owner.page().setViewportSize(390, 844);
      check(owner);
      owner.button("Import").click();
      assertThat(owner.notice()).hasText("The archive is imported; its processes can be requested now.");
      owner.expectNoComplaint();
    }
  }

  @Test
  void aMissingQueueIsSaidAndMappedOrMadeNew() {
    byte[] archive = unsigned();
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/bundles");
      choose(owner, "gift.zip", archive);
      owner.button("What would change").click();
      assertThat(owner.page().locator("#plan")).containsText("The queue '" + queue + "' is missing");
      Assertions.assertThat(owner.page().locator("text=Import without activating").count()).isEqualTo(1);
      shoot(owner, "bundles-missing");
      check(owner);
      owner.page().setViewportSize(320, 640);
      check(owner);
      owner.page().getByLabel("Here: " + queue, new Page.GetByLabelOptions().setExact(true)).fill("front_office");
      owner.button("What would change").click();
      assertThat(owner.page().locator("#plan")).not().containsText("is missing");
      owner.button("Import").click();
      assertThat(owner.notice()).hasText("The archive is imported; its processes can be requested now.");
      owner.expectNoComplaint();
    }
    server.as("requester").get("/api/v1/processes/" + name).expect(200);
  }

  @Test
  void aSecondPersonPublishesOrSendsBack() {
    Api admin = server.as("admin");
    try (Person owner = Person.signedIn(server, "owner");
        Person other = Person.signedIn(server, "admin")) {
      other.open("/studio");
      other.button("Require a second person").click();
      assertThat(other.page().getByText("A second person must publish every draft.")).isVisible();
      shoot(other, "studio-rule");
      owner.open("/studio");
      Assertions.assertThat(owner.page().getByText("Require no second person").count()).isZero();
      owner.page().getByLabel("API name").fill(name);
      owner.button("Begin").click();
      Assertions.assertThat(owner.page().locator("button:has-text('Publish')").count()).isZero();
      owner.button("Hand in for review").click();
      assertThat(owner.notice()).hasText("The draft is handed in.");

      other.open("/process/" + name);
      other.button("Send back").click();
      assertThat(other.notice()).hasText("Give the reason first.");
      other.page().getByLabel("Reason, to send it back").fill("Say who packs.");
      shoot(other, "studio-review");
      check(other);
      other.button("Send back").click();
      assertThat(other.notice()).hasText("The draft is sent back to its authors.");

      owner.open("/process/" + name);
      assertThat(owner.page().locator("#review")).containsText("Say who packs.");
      Locator text = owner.page().getByLabel("Bundle (YAML)");
      text.fill(text.inputValue().replace("label: A new process", "label: A packed process"));
      owner.button("Hand in for review").click();
      assertThat(owner.notice()).hasText("The draft is handed in.");
      other.open("/process/" + name);
      other.button("Publish").click();
      assertThat(other.notice()).hasText("The process is published; it can be requested now.");
      assertThat(other.page().locator("tbody tr").first()).containsText("owner, approved by admin");
      owner.expectNoComplaint();
      other.expectNoComplaint();
    } finally {
      admin.put("/api/v1/studio/publication-rule", java.util.Map.of("fourEyes", false)).expect(200);
    }
  }

  @Test
  void twoVersionsStandSideBySide() {
    publish(bundle(1));
    publish(bundle(2).replace("Send a gift", "Send two gifts"));
    try (Person owner = Person.signedIn(server, "operator", ColorScheme.DARK, 390, 844)) {
      owner.open("/process/" + name);
      owner.page().getByText("Compare versions").click();
      assertThat(owner.page().locator(".lines .changed").nth(1)).containsText("label: Send two gifts");
      assertThat(owner.page().locator("main")).containsText("process.label");
      check(owner);
      shoot(owner, "compare");
      owner.page().getByLabel("Before").selectOption("2");
      owner.button("Compare").click();
      assertThat(owner.page().locator(".lines .changed")).hasCount(0);
      owner.expectNoComplaint();
    }
    try (Person agent = Person.signedIn(server, "agent")) {
      Assertions.assertThat(agent.open("/compare/" + name)).isEqualTo(403);
      Assertions.assertThat(agent.open("/bundles")).isEqualTo(403);
    }
  }

  @Test
  void itsPageIsFreeOfViolationsOnAPhone() {
    String longest = (name + "x".repeat(80)).substring(0, 80);
    publish(bundle(1).replace("name: " + name, "name: " + longest).replace("Send a gift", "Gift".repeat(20)));
    try (Person operator = Person.signedIn(server, "operator", ColorScheme.DARK, 320, 640)) {
      operator.open("/bundles");
      Assertions.assertThat(operator.page().getByText("Import an archive").count()).as("an operator imports nothing").isZero();
      check(operator);
      operator.open("/studio");
      check(operator);
      operator.expectNoComplaint();
    } finally {
      server.as("owner").post("/api/v1/studio/processes/" + longest + "/retire", Map.of("reason", "Too long a name.")).expect(200);
    }
  }

  private byte[] exported() throws IOException {
    publish(bundle(1).replace(queue, "front_office"));
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/bundles");
      operator.page().locator("input[value=" + name + "]").check();
      Download download = operator.page().waitForDownload(() -> operator.button("Download archive").click());
      Path file = download.path();
      return Files.readAllBytes(file);
    }
  }

  private byte[] unsigned() {
    return org.casebound.e2e.archive.Zip.unsigned(java.util.Map.of(name + "-1", bundle(1)));
  }

  private void publish(String bundle) {
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle).expect(200);
  }

  private String bundle(int version) {
    return """
        bundle: casebound/1
        process:
          name: %s
          version: %d
          label: Send a gift
          queue: %s
        queues:
          - name: %s
        """
        .formatted(name, version, queue, queue);
  }

  private static void choose(Person person, String file, byte[] content) {
    person.page().getByLabel("Archive", new Page.GetByLabelOptions().setExact(true)).setInputFiles(new FilePayload(file, "application/zip", content));
  }

  private static void check(Person person) {
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }

  /** For the eye, when -Dcasebound.screenshots=true. */
  private static void shoot(Person person, String picture) {
    if (Boolean.getBoolean("casebound.screenshots")) {
      Pictures.of(person.page(), picture);
    }
  }
}
