package org.casebound.fulfillment.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.scan.DocumentFiling;

/** Documents that come to a case after its request. They are checked as those of a request are. Works in the caller's transaction. */
@Dependent
public class LateDocuments {
  /** What may come, whatever the process: files that the console can show. */
  public static final DocumentRequirement PERMITTED =
      new DocumentRequirement(
          "", "Document", false, List.of("application/pdf", "image/png", "image/jpeg"), DocumentRequirement.DEFAULT_MAX_BYTES);

  @Inject private DocumentFiling documents;
  @Inject private RecordIds ids;

  /**
   * Saves a document.
   *
   * @param pointer JSON pointer to it in what was sent
   * @throws RequestRefused when its name, size or type is not permitted
   */
  public Document add(long caseId, Upload upload, String pointer, Instant now) {
    return add(caseId, PERMITTED, upload, pointer, now);
  }

  /**
   * Saves a document that the process of the case wants, or any other when the upload names none of them.
   *
   * @throws RequestRefused when its name, size or type is not permitted, DOC-003 when the process wants no such document
   */
  public Document add(long caseId, ServiceProcessDefinition process, Upload upload, Instant now) {
    boolean named = upload.requirement().filter(name -> !name.isEmpty()).isPresent();
    DocumentRequirement wanted =
        named ? DocumentCheck.requirement(process, upload).orElseThrow(() -> new RequestRefused(List.of(DocumentCheck.notWanted(process, "")))) : PERMITTED;
    return add(caseId, wanted, upload, "", now);
  }

  private Document add(long caseId, DocumentRequirement wanted, Upload upload, String pointer, Instant now) {
    List<Problem> problems = new ArrayList<>();
    CheckedRequest.CheckedDocument checked =
        DocumentCheck.check(wanted, upload, pointer, problems).orElseThrow(() -> new RequestRefused(problems));
    Document document = checked.of(ids.next(RecordKind.DOCUMENT), caseId, documents.toBeScanned(), now);
    documents.file(document, checked.content());
    return document;
  }
}
