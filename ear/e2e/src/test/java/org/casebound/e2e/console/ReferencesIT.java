package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values that name something else: a case, a queue, files of the request. */
@ExtendWith(ServerLogOnFailure.class)
class ReferencesIT {
  private static final byte[] PDF = new ProofOfAddress(List.of("Receipt", "One window: 120.00")).pdf();
  private static final byte[] PNG =
      Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @BeforeEach
  void publish() throws IOException {
    try (InputStream bundle = ReferencesIT.class.getResourceAsStream("/bundles/references.yaml")) {
      String yaml = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=references.yaml", yaml).expect(200);
    }
  }

  @Test
  void aCaseAQueueAndFilesAreGivenInTheForm() {
    String mine = filing.feeInquiry("Window", "Who pays?");
    String number;
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/request/Report_Damage");
      page.getByLabel("Earlier case").fill("C-99999999");
      page.getByLabel("Team (required)").selectOption("back_office");
      page.getByLabel("Receipt (required)").setInputFiles(file("receipt.pdf", "application/pdf", PDF));
      page.getByLabel("More than 1000").check();
      assertThat(page.locator("[data-parts]")).not().hasAttribute("aria-busy", "true");
      page.getByLabel("Photos").setInputFiles(new FilePayload[] {file("a.png", "image/png", PNG), file("b.pdf", "application/pdf", PDF)});
      requester.button("Check the request").click();
      assertThat(page.locator(".notices")).containsText("Your answers ask for more");
      page.getByLabel("Expertise (required)").setInputFiles(file("expertise.pdf", "application/pdf", PDF));
      requester.button("Check the request").click();
      assertThat(page.getByLabel("Earlier case")).hasAttribute("aria-invalid", "true");
      assertThat(page.locator("main")).containsText("'C-99999999' is none.");
      assertThat(page.locator("main")).containsText("'application/pdf' is not permitted for 'Photos'");
      Accessibility.expectNoViolation(page);
      Browser.picture(page, "references-1440");
      requester.button("Remove b.pdf").click();
      assertThat(page.locator(".chosen")).hasCount(3);
      page.getByLabel("Earlier case").fill(mine);
      page.getByLabel("Photos").setInputFiles(file("b.png", "image/png", PNG));
      requester.button("Check the request").click();
      assertThat(page.locator(".rowlist")).containsText("b.png");
      assertThat(page.locator("main")).containsText("Back office");
      Accessibility.expectNoViolation(page);
      requester.button("File the request").click();
      assertThat(page).hasURL(Pattern.compile("/track/C-\\d+\\?filed=yes$"));
      assertThat(page.locator("main")).containsText("Back office");
      number = page.url().replaceAll(".*/track/(C-\\d+).*", "$1");
      requester.expectNoComplaint();
    }
    JsonNode seen = server.as("lead").get("/api/v1/cases/" + number).expect(200).json();
    assertThat(values(seen))
        .containsEntry("earlier", "\"" + mine + "\"")
        .containsEntry("team", "\"back_office\"")
        .containsEntry("receipt", "\"receipt.pdf\"")
        .containsEntry("photos", "[\"a.png\",\"b.png\"]")
        .containsEntry("expertise", "\"expertise.pdf\"");
    assertThat(seen.get("documents")).extracting(document -> document.get("name").asText())
        .containsExactlyInAnyOrder("receipt.pdf", "a.png", "b.png", "expertise.pdf");
  }

  @Test
  void theApiNamesThePlaceOfWhatIsNotThere() {
    String ofAnother = filing.addressUpdateOf("somebody.else", "Moved", "1 Elsewhere Street", "proof.pdf");
    List<Map<String, Object>> files = List.of(document("receipt", "receipt.pdf", PDF), document("photos", "a.png", PNG), document("photos", "b.png", PNG));
    Map<String, Object> wrong =
        Map.of("earlier", ofAnother, "team", "nowhere", "receipt", "other.pdf", "photos", List.of("a.png", "c.png"));
    assertThat(refused("requester", wrong, files))
        .contains("/attributes/earlier ATTR-010", "/attributes/team ATTR-007", "/attributes/receipt ATTR-011", "/attributes/photos/1 ATTR-011");
    assertThat(refused("requester", Map.of("team", "back_office", "photos", List.of("a.png")), files)).containsExactly("/attributes/photos ATTR-012");
    assertThat(refused("requester", Map.of("team", "back_office"), List.of())).containsExactly("/attributes/receipt ATTR-002");

    JsonNode receipt = server.as("lead").post("/api/v1/service-requests", request(Map.of("team", "back_office", "earlier", ofAnother), files)).expect(201).json();
    String address = "/api/v1/service-requests/" + receipt.get("serviceCatalogRequestId").asLong();
    assertThat(patched(address, Map.of("receipt", "nope.pdf", "earlier", "C-99999999", "photos", List.of("a.png", "receipt.pdf")), 422).get("errors"))
        .extracting(ReferencesIT::place)
        .containsExactlyInAnyOrder("/attributes/receipt ATTR-011", "/attributes/earlier ATTR-010", "/attributes/photos/1 ATTR-011");
    patched(address, Map.of("photos", List.of("b.png")), 200);
    assertThat(values(server.as("lead").get("/api/v1/cases/" + receipt.get("caseNumber").asText()).expect(200).json()))
        .containsEntry("photos", "[\"b.png\"]")
        .containsEntry("receipt", "\"receipt.pdf\"");
  }

  @Test
  void fileOfAnAttributeThatIsNotThereIsNotKept() {
    List<Map<String, Object>> files = List.of(document("receipt", "receipt.pdf", PDF), document("expertise", "expertise.pdf", PDF));
    String number =
        server.as("requester").post("/api/v1/service-requests", request(Map.of("team", "back_office"), files)).expect(201).json().get("caseNumber").asText();
    JsonNode documents = server.as("lead").get("/api/v1/cases/" + number).expect(200).json().get("documents");
    assertThat(documents).extracting(document -> document.get("name").asText()).containsExactly("receipt.pdf");
  }

  @Test
  void aWorkItemAsksForAQueueAndACase() {
    String number =
        server.as("requester")
            .post("/api/v1/service-requests", request(Map.of("team", "back_office"), List.of(document("receipt", "receipt.pdf", PDF))))
            .expect(201).json().get("caseNumber").asText();
    long item = filing.workItem(number);
    Map<String, Object> unknown = Map.of("outcome", "seen", "data", Map.of("payer", "nowhere", "twin", "C-99999999"));
    server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    assertThat(server.as("agent").post("/api/v1/work-items/" + item + "/complete", unknown).expect(422).json().get("errors"))
        .extracting(ReferencesIT::place)
        .containsExactlyInAnyOrder("/data/payer ATTR-007", "/data/twin ATTR-010");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      agent.page().getByLabel("Payer (required)").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Back office"));
      agent.page().getByLabel("Same damage").fill(number);
      Accessibility.expectNoViolation(agent.page());
      agent.button("Seen").click();
      assertThat(agent.notice()).containsText("is done");
      agent.expectNoComplaint();
    }
    assertThat(server.as("lead").get("/api/v1/cases/" + number).expect(200).json().get("closeReason").asText())
        .isEqualTo("receipt.pdf 0 back_office back_office");
  }

  private List<String> refused(String user, Map<String, Object> values, List<Map<String, Object>> files) {
    List<String> places = new ArrayList<>();
    server.as(user).post("/api/v1/service-requests", request(values, files)).expect(422).json().get("errors").forEach(problem -> places.add(place(problem)));
    return places;
  }

  private JsonNode patched(String address, Map<String, Object> values, int status) {
    int version = server.as("agent").get(address).expect(200).json().get("version").asInt();
    return server.as("agent").patch(address, Map.of("attributes", values, "reason", "By phone.", "version", version)).expect(status).json();
  }

  private static String place(JsonNode problem) {
    return problem.get("pointer").asText() + " " + problem.get("code").asText();
  }

  private static Map<String, Object> request(Map<String, Object> values, List<Map<String, Object>> files) {
    return Map.of("process", "Report_Damage", "attributes", values, "documents", files);
  }

  private static Map<String, Object> document(String requirement, String name, byte[] content) {
    String type = name.endsWith(".png") ? "image/png" : "application/pdf";
    return Map.of("requirement", requirement, "name", name, "mediaType", type, "content", Base64.getEncoder().encodeToString(content));
  }

  private static FilePayload file(String name, String type, byte[] content) {
    return new FilePayload(name, type, content);
  }

  private static Map<String, String> values(JsonNode seen) {
    Map<String, String> values = new HashMap<>();
    seen.at("/request/attributes").forEach(attribute -> values.put(attribute.get("name").asText(), attribute.get("value").toString()));
    return values;
  }
}
