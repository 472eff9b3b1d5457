package org.casebound.fulfillment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.studio.BundleReader;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
  private static final ServiceProcessDefinition PROCESS =
      new BundleReader()
          .read(
              "files.yaml",
              """
              bundle: casebound/1
              process:
                name: Files
                version: 1
                label: Files
                queue: office
                attributes:
                  - { name: receipt, label: Receipt, type: Attachment }
                  - { name: photos, label: Photos, type: ListOfAttachment }
                documents:
                  - { name: receipt, mediaTypes: [application/pdf] }
                  - { name: photos, mediaTypes: [image/png] }
              queues:
                - { name: office }
              """)
          .process();

  private static Upload file(String document, String name) {
    return new Upload(name, "image/png", Optional.of(document), name.getBytes(StandardCharsets.UTF_8));
  }

  private static ServiceRequest request(Map<String, Object> values, Upload... files) {
    return new ServiceRequest("Files", Optional.empty(), Optional.empty(), values, List.of(files));
  }

  private static Stream<String> problems(Set<String> hidden, Map<String, Object> values, Upload... files) {
    List<Problem> problems = new ArrayList<>();
    ServiceRequest named = Attachments.named(PROCESS, request(values, files));
    Attachments.check(PROCESS, named, named.attributes(), hidden, problems);
    return problems.stream().map(problem -> problem.code() + " " + problem.pointer());
  }

  @Test
  void whatIsLeftOutNamesTheFilesThatCame() {
    ServiceRequest named = Attachments.named(PROCESS, request(Map.of(), file("receipt", "r.pdf"), file("photos", "a.png"), file("photos", "b.png")));
    assertThat(named.attributes()).isEqualTo(Map.of("receipt", "r.pdf", "photos", List.of("a.png", "b.png")));
    assertThat(Attachments.named(PROCESS, request(Map.of())).attributes()).isEmpty();
  }

  @Test
  void takesTheNamesOfTheFilesThatCame() {
    assertThat(problems(Set.of(), Map.of("photos", List.of("b.png", "a.png")), file("photos", "a.png"), file("photos", "b.png"))).isEmpty();
    assertThat(problems(Set.of(), Map.of())).isEmpty();
  }

  @Test
  void refusesNamesOfFilesThatDidNotComeOrServeAnotherDocument() {
    assertThat(problems(Set.of(), Map.of("receipt", "a.png", "photos", List.of("a.png", "c.png")), file("photos", "a.png")))
        .containsExactly("ATTR-011 /attributes/receipt", "ATTR-011 /attributes/photos/1");
  }

  @Test
  void refusesAFileThatIsNamedTwice() {
    assertThat(problems(Set.of(), Map.of("photos", List.of("a.png", "a.png")), file("photos", "a.png")))
        .containsExactly("ATTR-011 /attributes/photos/1");
  }

  @Test
  void refusesFilesThatNobodyNames() {
    assertThat(problems(Set.of(), Map.of("photos", List.of("a.png")), file("photos", "a.png"), file("photos", "b.png")))
        .containsExactly("ATTR-012 /attributes/photos");
    assertThat(problems(Set.of(), Map.of(), file("receipt", "a.pdf"), file("receipt", "b.pdf"))).containsExactly("ATTR-012 /attributes/receipt");
  }

  @Test
  void asksNothingOfFilesForAnAttributeThatIsNotThere() {
    List<Problem> problems = new ArrayList<>();
    Attachments.check(PROCESS, request(Map.of(), file("receipt", "a.pdf")), Map.of(), Set.of("receipt"), problems);
    assertThat(problems).isEmpty();
  }
}
